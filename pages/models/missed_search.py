from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedSearch(models.Model):
    """Words that readers looked for and nothing answered, counted; nothing in it says who looked.

    The row without words counts the searches of which nothing could be kept.
    """

    words = models.CharField(_("words"), max_length=80, unique=True, blank=True)
    count = models.PositiveIntegerField(_("times"), default=0)
    first_day = models.DateField(_("first on"))
    last_day = models.DateField(_("last on"))

    class Meta:
        ordering = ["-count", "-last_day", "words"]
        default_permissions = ["view"]
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")

    def __str__(self):
        return self.words or str(_("(words not kept)"))
