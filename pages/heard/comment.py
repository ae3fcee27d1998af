from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.core.vocabulary import Voice

COMMENT_LENGTH = 1500


class Comment(models.Model):
    """What somebody wrote about the offer. Officers read it; it is never published, and it says nothing of who wrote.

    Its name for logs says nothing of what was written.
    """

    text = models.TextField(_("what they said"), max_length=COMMENT_LENGTH)
    role = models.CharField(
        _("who they are"), max_length=20, choices=[("", _("They did not say")), *Voice.choices], blank=True
    )
    day = models.DateField(default=timezone.localdate, db_index=True)
    key = models.CharField(max_length=64, unique=True, editable=False)  # the same form sent twice has the same
    closing = models.ForeignKey(
        "pages.Closing", null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="comments"
    )

    wagtail_reference_index_ignore = True

    class Meta:
        ordering = ["-day", "-pk"]
        default_permissions = ("view", "delete")
        verbose_name = _("comment")

    def __str__(self):
        day = date_format(self.day, "j F Y")
        return gettext("Comment %(number)s of %(day)s") % {"number": self.pk, "day": day}
