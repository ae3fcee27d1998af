from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

COUNCIL = ""  # the layer of what is the council's own


class Layer(models.Model):
    """A national layer that was loaded: what holds in all of England, below what the council says itself."""

    name = models.SlugField(max_length=40, unique=True)
    title = models.CharField(max_length=120)
    version = models.CharField(max_length=20)
    loaded_at = models.DateTimeField(auto_now=True)

    def __str__(self):
        return f"{self.title}, {self.version}"


class PackRecord(models.Model):
    """What was loaded from a folder of files, so that the next load can tell what an editor has changed since.

    `digest` names the words as they were last put on the site from the layer. `offered` and `text` are the newest
    that the layer has: the same, unless the page was changed here and the new words wait for a person. `kept` names
    those of a shared fact against which the council has kept its own.
    """

    layer = models.CharField(max_length=40, blank=True)
    key = models.CharField(max_length=1000)
    object_key = models.BigIntegerField()
    digest = models.CharField(max_length=64)
    offered = models.CharField(max_length=64, blank=True)
    kept = models.CharField(max_length=64, blank=True)
    text = models.TextField(blank=True)
    order = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["layer", "key"], name="record_once_a_layer")]

    def __str__(self):
        return f"{self.layer}: {self.key}" if self.layer else self.key


class HowSettled(models.TextChoices):
    """What became of a new national text."""

    THEIRS = "theirs", _("The national text was taken")
    OURS = "ours", _("Our text was kept")
    SAME = "same", _("Both came to say the same")
    NEWER = "newer", _("A newer national text came")


class NationalText(models.Model):
    """A new text of the national layer for a page that was changed here. It waits for a person.

    Its `revision` is the page with the new text and the council's part; it is never the page's latest.
    """

    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="national_texts")
    layer = models.CharField(max_length=40)
    version = models.CharField(max_length=20)
    revision = models.OneToOneField("wagtailcore.Revision", on_delete=models.CASCADE, related_name="+")
    came_at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    how = models.CharField(max_length=10, choices=HowSettled, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["came_at", "pk"]
        default_permissions = ()
        verbose_name = _("new national text")
        verbose_name_plural = _("new national texts")

    def __str__(self):
        return f"{self.page}: {self.layer} {self.version}"
