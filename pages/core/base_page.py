from itertools import chain, takewhile
from typing import Any, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    Panel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail.utils.decorators import cached_classmethod

from .open_pages import open_pages
from .page_form import BasePageForm, DraftCopyForm
from .panels import DrawnPanel, RowsIfAsked
from .two_layers import TwoLayers
from .written import Written


class BasePage(Written, TwoLayers):
    """What every page has: a one-sentence summary, a keeper, and the date it was last checked.

    The summary is Wagtail's `search_description`: one column of the base table, so cards, search results, menus
    and the page's own description all show the same sentence without a join.
    """

    short_title = models.CharField(
        max_length=30,
        blank=True,
        help_text=_("A short name for menus, cards and the leaflet. Leave empty to use the title."),
    )
    search_words = models.CharField(
        max_length=1500,
        blank=True,
        help_text=_("Other words people use for this, with commas: nan, gran, SGO money. Readers do not see them."),
    )
    owner_name = models.CharField(
        max_length=80,
        blank=True,
        help_text=_("For an owner without a log-in here, in place of the one above. Readers never see it."),
    )
    owner_email = models.EmailField(
        _("owner’s e-mail"), blank=True, help_text=_("Reminders go there. Readers never see it.")
    )

    leave_button = models.BooleanField(
        _("“Leave this page” button"),
        default=False,
        help_text=_("For pages that somebody may have to hide quickly. Pages for young people always have it."),
    )

    # What belongs to the page itself and not to one version of its words: no draft and no old version changes it.
    CHECK = ("last_checked", "here_last_checked", "check_is_example")
    OF_NO_VERSION = ("owner_id", "owner_name", "owner_email", *CHECK, "layer")
    exclude_fields_in_copy = ["layer", "taken_over", "check_is_example"]

    reaches_far = False  # True for what shows on many pages or on paper
    can_be_listed = False  # True for what families take away in "My list"
    has_contents = False  # True where a long text has a list of its headings

    base_form_class = BasePageForm
    copy_form_class = DraftCopyForm
    overview_panels: list[Panel] = [
        DrawnPanel("layers/national_panel.html", heading=_("National text")),
        FieldPanel("takes_over"),
        DrawnPanel("plain_words/panel.html"),
        DrawnPanel("sign_off/cms/panel.html", heading=_("Sign-off")),
    ]
    content_panels = [
        DrawnPanel("outside_links/panel.html"),
        TitleFieldPanel("title", help_text=_("Say what the reader gets, in the reader's words.")),
        FieldPanel(
            "search_description",
            heading=_("Summary"),
            help_text=_("One plain sentence. It is used on cards, in search results, on paper and by search engines."),
        ),
    ]
    here_panels: list[Panel] = [
        DrawnPanel("layers/here_panel.html", heading=_("Your part")),
        FieldPanel("here"),
    ]
    belonging_panels = [
        FieldPanel("short_title"),
        FieldPanel("search_words"),
        FieldPanel("slug"),
        InlinePanel(
            "duties",
            heading=_("Duties it helps to meet"),
            label=_("duty"),
            help_text=_("What the Act and the guidance want of the offer, and this page gives."),
        ),
        InlinePanel("related", heading=_("Related pages"), label=_("page"), max_num=4),
        FieldPanel("leave_button"),
    ]
    checking_panels = [
        MultiFieldPanel(
            [
                FieldPanel("owner", heading=_("Owner"), help_text=_("Who checks this page. Reminders go to them.")),
                FieldRowPanel([FieldPanel("owner_name"), FieldPanel("owner_email")]),
                FieldPanel("kept_by"),
                FieldPanel("check_every"),
                DrawnPanel("publishing/checked_panel.html", heading=_("Last checked")),
            ],
            heading=_("Who keeps it right, and when"),
        ),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("here_kept_by"), FieldPanel("here_check_every")])],
            heading=_("Who keeps your part right"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("checked_by"),
                RowsIfAsked("sources", heading=_("Sources"), label=_("source"), max_num=6),
            ],
            heading=_("Where the national text is from"),
        ),
        InlinePanel(
            "questions",
            heading=_("Questions that only the council can answer"),
            label=_("question"),
            max_num=12,
            help_text=_("Each is answered under “What holds here”, by its short name."),
        ),
    ]
    promote_panels: list[Panel] = []

    search_fields = [
        *Page.search_fields,
        index.SearchField("search_description", boost=2),
        index.SearchField("search_words", boost=3),
        index.SearchField("here"),
    ]

    class Meta:
        abstract = True

    @cached_classmethod
    def get_edit_handler(cls) -> Panel:  # noqa: N805 (a class method, by Wagtail's own decorator)
        """The editor's tabs, in the order an officer thinks."""
        tabs = [
            ObjectList([*cls.overview_panels, *cls.content_panels], heading=_("What it says")),
            ObjectList(cls.here_panels, heading=_("What holds here")),
            ObjectList(cls.belonging_panels, heading=_("Where it belongs")),
            ObjectList([*cls.checking_panels, *cls.settings_panels], heading=_("Checking and publishing")),
        ]
        return TabbedInterface(tabs, base_form_class=cls.base_form_class).bind_to_model(cls)

    def clean(self) -> None:
        super().clean()
        if bool(self.owner_name) != bool(self.owner_email):
            empty = "owner_email" if self.owner_name else "owner_name"
            raise ValidationError({empty: _("An owner without a log-in needs both a name and an e-mail.")})

    def with_content_json(self, content: dict[str, Any]) -> Self:
        """A version of the words, with what is of no version as it is on the page now."""
        page = super().with_content_json(content)
        now = type(self).objects.filter(pk=self.pk).values(*self.OF_NO_VERSION).first() or {}
        for name, value in now.items():
            setattr(page, name, value)
        return page

    @property
    def summary(self) -> str:
        """The one sentence that stands for this page everywhere else."""
        return self.search_description

    @property
    def menu_title(self) -> str:
        return self.short_title or self.title

    @property
    def opening(self) -> int:
        """How many blocks come before the list of headings: the callouts, contacts, numbers that a text begins with."""
        body = getattr(self, "body", None) or []
        return len(list(takewhile(lambda block: block.block_type in ("callout", "contact", "numbers"), body)))

    @property
    def begins_with_numbers(self) -> bool:
        """True for a page that people open in a crisis: nothing stands between its title and the numbers to ring."""
        first = next(iter(getattr(self, "body", None) or []), None)
        return first is not None and first.block_type == "numbers"

    @property
    def is_for_a_crisis(self) -> bool:
        """True also for one that sends who is in danger to 999 before it says anything else."""
        first = next(iter(getattr(self, "body", None) or []), None)
        return self.begins_with_numbers or (first is not None and "tel:999" in str(first.get_prep_value()))

    @property
    def shows_steps(self) -> bool:
        """Whether steps stand in its own text."""
        return any(block.block_type == "steps" for block in getattr(self, "body", None) or [])

    def above(self) -> list[Page]:
        """The pages above this one, from Home down."""
        return [page for page in open_pages().values() if self.path.startswith(page.path) and page.pk != self.pk]

    def related_pages(self) -> list[Page]:
        """The pages an editor chose as related, in order, that readers can open."""
        pages = open_pages()
        return [pages[row.related_page_id] for row in self.related.all() if row.related_page_id in pages]

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """Wagtail's own; a page that is known to be open has none, and the database is not asked."""
        return PageViewRestriction.objects.none() if self.pk in open_pages() else super().get_view_restrictions()

    def page_contacts(self) -> list[Any]:
        """The contacts of this page, those of the area first. What a contact is, core does not know."""
        return self._both_layers("contacts", "contact")

    def policies_named(self) -> list[Any]:
        """The policies of this page, those of the area first."""
        return self._both_layers("policies", "policy", "policy__document")

    def _both_layers(self, relation: str, name: str, *with_it: str) -> list[Any]:
        relations = [f"here_{relation}", relation] if self.layer else [relation]
        rows = chain.from_iterable(getattr(self, each).select_related(name, *with_it) for each in relations)
        return list(dict.fromkeys(getattr(row, name) for row in rows))
