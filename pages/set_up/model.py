"""How far the set-up of this site has got. What is typed in it is kept where it belongs; this holds the rest."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.core.announce import SeenByReaders


class SetUp(SeenByReaders):
    """The set-up of a new council, of which a site has one at most. Until it is opened, readers see no page."""

    link_hash = models.CharField(max_length=64, blank=True)
    link_ends_at = models.DateTimeField(null=True)
    browser_hash = models.CharField(max_length=64, blank=True)  # of the one browser that goes on with it at present
    steps_done = models.JSONField(default=list)
    lead_post = models.CharField(_("post of the kinship lead"), max_length=80, blank=True)
    officers = models.JSONField(_("officers to be invited"), default=list)  # until they are: then it is empty
    begun_at = models.DateTimeField(auto_now_add=True)
    finished_at = models.DateTimeField(null=True)
    opened_at = models.DateTimeField(null=True)

    wagtail_reference_index_ignore = True

    class Meta:
        default_permissions = ()
        verbose_name = _("set-up")

    def __str__(self):
        return str(self._meta.verbose_name)
