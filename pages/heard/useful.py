from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

SENTENCE_LENGTH = 300


class Useful(models.TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")


class Feedback(models.Model):
    """One answer to “Was this page useful?”. It says nothing about who gave it."""

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="feedback")
    answer = models.CharField(max_length=3, choices=Useful)
    sentence = models.CharField(_("what they said"), max_length=SENTENCE_LENGTH, blank=True)
    day = models.DateField(default=timezone.localdate, db_index=True)
    closing = models.ForeignKey(
        "pages.Closing", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="answers"
    )

    class Meta:
        verbose_name = _("answer about a page")
        verbose_name_plural = _("answers about pages")

    def __str__(self):
        return f"{self.page}: {self.get_answer_display()}"
