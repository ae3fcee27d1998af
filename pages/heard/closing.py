from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from pages.core.vocabulary import HowClosed


class ToldBy(models.TextChoices):
    """The ways in which readers tell us something."""

    SEARCH = "search", _("Searched for, not found")
    NO = "no", _("“No, not useful”")
    COMMENT = "comment", _("Comment")


class Closing(models.Model):
    """What an officer did about one thing that readers told us, or why not. It is never changed afterwards."""

    told_by = models.CharField(_("how they told us"), max_length=10, choices=ToldBy, editable=False)
    label = models.CharField(_("what it was"), max_length=255, editable=False)
    count = models.PositiveIntegerField(_("times"), editable=False)
    how = models.CharField(_("what you did"), max_length=20, choices=HowClosed)
    sentence = models.CharField(
        _("in a sentence"), max_length=300, help_text=_("For your colleagues: what you did, or why it is not ours.")
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page you changed or added"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now, editable=False, db_index=True)

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-at", "-pk"]
        default_permissions = ("add", "view")
        verbose_name = _("answer to readers")
        verbose_name_plural = _("answers to readers")

    def __str__(self):
        return self.label or str(_("(words not kept)"))
