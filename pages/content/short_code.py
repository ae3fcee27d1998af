import hashlib
import re

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from pages.core.lazy_text import LazyText

# No vowels, so that no code is a word; nothing that an eye or a hand takes for another (0 o, 1 l, 2 z, 5 s, 8 b).
ALPHABET = "cdfghjkmnprtvwx234678"
LENGTH = 4
CODE = re.compile(f"^[{ALPHABET}]{{3,8}}$")
MOST_TRIES = 50


class ShortCode(index.Indexed, models.Model):
    """The few letters by which paper finds a page for years: through renames, moves, and after the page is gone.

    Rows are never deleted and never given to another page. The letters follow from the first address the page had,
    so an offer that is loaded anew has the same ones; a page that is made again at that address gets its old code.
    """

    code = models.CharField(max_length=8, unique=True, editable=False)
    page = models.OneToOneField(Page, null=True, editable=False, on_delete=models.SET_NULL, related_name="short_code")
    title = models.CharField(max_length=255, editable=False)
    first_path = models.TextField(editable=False)
    # Keys of the pages above a deleted one, the nearest first. Not a relation: they may be deleted with it.
    was_in = models.JSONField(default=list, editable=False)
    # A code, not a page: what replaced it may be replaced in its turn, and codes are never deleted.
    replaced_by = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="replaces",
        help_text=_(
            "When the page is no longer there, paper that carries its code leads to this page, with a short notice. "
            "Leave it empty to lead to the section it was in."
        ),
    )

    wagtail_reference_index_ignore = True

    panels = [FieldPanel("code", read_only=True), FieldPanel("title", read_only=True), FieldPanel("replaced_by")]

    search_fields = [index.SearchField("title"), index.AutocompleteField("title"), index.AutocompleteField("code")]

    class Meta:
        ordering = ["title", "pk"]
        default_permissions = ("change", "view")
        verbose_name = _("short code")

    def __str__(self):
        return f"{self.title} ({self.code})"

    @property
    def leads_to(self) -> LazyText:
        """What a reader with this paper gets now, for the officers' list."""
        if self.page and self.page.live:
            return _("its own page")
        return self.replaced_by.title if self.replaced_by else _("the section it was in")

    @classmethod
    def give(cls, page: Page) -> "ShortCode":
        """The code of a page: its own, the one its address had before it was made again, or a new one."""
        path = page.url_path.partition("/")[2].partition("/")[2] or "/"
        own = cls.objects.filter(page=page.pk).first()
        own = own or cls.objects.filter(first_path=path, page=None, replaced_by=None).first()
        if own is None:
            return cls._new(page, path)
        if (own.page_id, own.title) != (page.pk, page.title):
            own.page_id, own.title = page.pk, page.title
            own.save(update_fields=["page", "title"])
        return own

    @classmethod
    def remember_place(cls, page: Page) -> None:
        """Writes down which pages a page was in, before it is deleted."""
        if own := cls.objects.filter(page=page.pk).first():
            own.was_in = list(page.get_ancestors().filter(depth__gt=1).order_by("-depth").values_list("pk", flat=True))
            own.save(update_fields=["was_in"])

    @classmethod
    def _new(cls, page: Page, path: str) -> "ShortCode":
        for attempt in range(MOST_TRIES):
            code = letters(path, attempt)
            if cls.objects.filter(code=code).exists():
                continue
            try:
                with transaction.atomic():
                    return cls.objects.create(code=code, page_id=page.pk, title=page.title, first_path=path)
            except IntegrityError:
                if own := cls.objects.filter(page=page.pk).first():
                    return own
        raise RuntimeError("No free short code was found: make them longer.")


def letters(path: str, attempt: int = 0) -> str:
    """The code that follows from an address; `attempt` counts those that were taken."""
    number = int.from_bytes(hashlib.sha256(f"{path}\n{attempt}".encode()).digest()[:8])
    code = ""
    for _place in range(LENGTH):
        number, at = divmod(number, len(ALPHABET))
        code += ALPHABET[at]
    return code
