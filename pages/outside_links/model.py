from django.db import models
from django.utils.translation import gettext_lazy as _

LONGEST_ADDRESS = 1000


class OutsideLink(models.Model):
    """What the link checker knows of one address outside the site. Where it is used is worked out afresh."""

    url = models.CharField(_("address"), max_length=LONGEST_ADDRESS, unique=True)
    last_tried = models.DateTimeField(_("last tried"), null=True, blank=True)
    answer = models.CharField(_("what the answer was"), max_length=120, blank=True)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    failures = models.PositiveSmallIntegerField(default=0, help_text=_("Days in a row on which it did not work."))
    gone = models.PositiveSmallIntegerField(default=0, help_text=_("Times in a row that its site said: not here."))
    dead_since = models.DateField(_("dead since"), null=True, blank=True)
    left_because = models.CharField(_("why it is left"), max_length=200, blank=True)

    class Meta:
        ordering = ["url"]
        default_permissions = ("change", "view")
        verbose_name = _("outside link")

    def __str__(self):
        return self.url
