from django.db import models
from django.utils.translation import gettext_lazy as _


class MissedSearch(models.Model):
    """A single word that readers looked for and nothing answered, counted; nothing in it says who looked.

    The row without a word counts the searches of which none could be kept. How many searches there were, whatever
    their words, is a daily count.
    """

    words = models.CharField(_("words"), max_length=80, unique=True, blank=True)
    count = models.PositiveIntegerField(_("times"), default=0)
    first_day = models.DateField(_("first on"))
    last_day = models.DateField(_("last on"))
    closed_count = models.PositiveIntegerField(default=0, editable=False)  # of the count, what an officer dealt with
    closing = models.ForeignKey(
        "pages.Closing", null=True, editable=False, on_delete=models.SET_NULL, related_name="searches"
    )

    class Meta:
        ordering = ["-count", "-last_day", "words"]
        default_permissions = ["view"]
        verbose_name = _("search that found nothing")
        verbose_name_plural = _("searches that found nothing")

    def __str__(self):
        return self.words or str(_("(words not kept)"))


class MissedSearchMonth(models.Model):
    """How often the words were looked for in one month, so that a year can be told from the next."""

    search = models.ForeignKey(MissedSearch, on_delete=models.CASCADE, related_name="months")
    month = models.DateField(db_index=True)  # its first day
    count = models.PositiveIntegerField(default=0)

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=["search", "month"], name="month_once_a_search")]

    def __str__(self):
        return f"{self.search}, {self.month:%Y-%m}"
