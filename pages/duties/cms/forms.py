"""The forms of an item: how far it is met, each kind of proof, and the sign-off."""

import datetime
import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, cast

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Page

from pages.content.contact import Contact
from pages.core.as_seen import AsSeenMixin
from pages.core.base_page import BasePage
from pages.core.first_mistake import FirstMistakeForm
from pages.core.inline import finished
from pages.core.lazy_text import LazyText
from pages.core.open_pages import open_pages
from pages.core.typed_days import FIRST, LAST
from pages.core.written import refuse_unknown_words
from pages.duties.parts import PagePart
from pages.duties.proof import Proof, ProofKind
from pages.duties.standing import Claim, Standing, latest_look
from pages.heard.consultation_report import ConsultationReportPage

WHOLE = "-"  # the whole page, in a list of parts


class StandingForm(AsSeenMixin, FirstMistakeForm):
    """How far an item is met. When to look at it again is asked where there is a sign-off."""

    claim = forms.ChoiceField(
        label=gettext_lazy("How far do you do this?"), choices=Claim.choices, widget=forms.RadioSelect
    )

    class Meta(WagtailAdminModelForm.Meta):
        model = Standing
        fields = ["claim", "planned_by", "sentence", "look_again"]
        widgets = {"sentence": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args: Any, instance: Standing, **kwargs: Any):
        super().__init__(*args, instance=instance, now=instance.mark, **kwargs)
        self.said_now = _said(instance)
        if self.instance.signed_off_on is None:
            del self.fields["look_again"]

    def clean_planned_by(self) -> datetime.date | None:
        """A plan looks ahead. One whose day has come may stand until somebody says how it went."""
        day = self.cleaned_data["planned_by"]
        if day and "planned_by" in self.changed_data and day < timezone.localdate():
            raise forms.ValidationError(_("This day is over. Choose the day by which it will be done."))
        return day

    def said_of_a_change(self) -> LazyText:
        words = _("Somebody has changed this meanwhile. It says now: %(said)s Save again to put yours in its place.")
        return words % {"said": self.said_now}


class PageStep(forms.Form):
    """The first step: on which page it stands."""

    page = forms.ChoiceField(label=gettext_lazy("On which page?"))

    def __init__(self, *args: Any, about: Iterable[BasePage], **kwargs: Any):
        super().__init__(*args, **kwargs)
        page = cast(forms.ChoiceField, self.fields["page"])
        page.choices = [("", _("Choose a page")), *page_choices(about)]


class PartForm(WagtailAdminModelForm):
    """The second step: which part of the page it is."""

    part = forms.ChoiceField(label=gettext_lazy("Which part of it?"), widget=forms.RadioSelect, initial=WHOLE)

    class Meta(WagtailAdminModelForm.Meta):
        model = Proof
        fields = ["part"]

    def __init__(self, *args: Any, parts: Iterable[PagePart], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["part"].choices = [(part.key or WHOLE, _label(part)) for part in parts]

    def clean_part(self) -> str:
        part = self.cleaned_data["part"]
        return "" if part == WHOLE else part


class ReportForm(FirstMistakeForm):
    """A published report of a consultation."""

    page = forms.ModelChoiceField(Page.objects.none(), label=gettext_lazy("Which report?"))

    class Meta(WagtailAdminModelForm.Meta):
        model = Proof
        fields = ["page"]

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = Page.objects.filter(pk__in=ConsultationReportPage.real())


class DecisionForm(FirstMistakeForm):
    """A decision that anybody can read."""

    class Meta(WagtailAdminModelForm.Meta):
        model = Proof
        fields = ["words", "decided_on", "url"]
        labels = {"words": gettext_lazy("What was decided, and by whom?")}
        help_texts = {"words": gettext_lazy("The body and what it decided. Never a person’s name.")}


class PostForm(FirstMistakeForm):
    """A job title, and the page or the contact on which it stands."""

    page = forms.ChoiceField(label=gettext_lazy("On which page is it named?"), required=False)
    contact = forms.ModelChoiceField(
        Contact.objects.all(), required=False, label=gettext_lazy("Or in which contact is it named?")
    )

    class Meta(WagtailAdminModelForm.Meta):
        model = Proof
        fields = ["words", "contact"]
        labels = {"words": gettext_lazy("The job title, as it stands there")}
        help_texts = {"words": gettext_lazy("A job title, never a person’s name.")}

    field_order = ["words", "page", "contact"]

    def __init__(self, *args: Any, about: Iterable[BasePage], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["page"].choices = [("", _("None")), *page_choices(about)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("page") and cleaned.get("contact"):
            self.add_error("contact", _("Choose one: the page or the contact."))
        self.instance.page = open_pages().get(int(cleaned.get("page") or 0))
        return cleaned


class SignOffForm(AsSeenMixin, forms.Form):
    """Who answers for it, and until when."""

    post = forms.CharField(
        label=gettext_lazy("Your job title"),
        max_length=80,
        help_text=gettext_lazy("Readers see it beside what you sign off. A job title, never your name."),
        validators=[refuse_unknown_words],
    )
    look_again = forms.DateField(
        label=gettext_lazy("Look at it again on"),
        widget=AdminDateInput,
        help_text=gettext_lazy("A year from today at the latest. From the day after it no longer counts as met."),
    )

    def __init__(self, *args: Any, day: datetime.date, names: Iterable[str], **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.day, self.names = day, [name.casefold() for name in names if name]
        self.fields["look_again"].initial = latest_look(day)

    def clean_post(self) -> str:
        post = self.cleaned_data["post"].strip()
        if set(self.names) & set(re.findall(r"\w+", post.casefold())):
            raise forms.ValidationError(_("This has your name in it. Readers are to see a job title only."))
        return post

    def clean_look_again(self) -> datetime.date:
        again = self.cleaned_data["look_again"]
        if not FIRST <= again <= LAST or not self.day <= again <= latest_look(self.day):
            raise forms.ValidationError(_("Choose a day from today on, and at the latest a year from today."))
        return again


FORMS = {ProofKind.REPORT: ReportForm, ProofKind.DECISION: DecisionForm, ProofKind.POST: PostForm}


def page_choices(about: Iterable[BasePage]) -> list[tuple[str, list[tuple[int, str]]]]:
    """The pages that readers can open: first those whose editors tied them to the item."""
    tied = {page.pk: page for page in about}
    others = [page for page in open_pages().values() if isinstance(page, BasePage) and page.pk not in tied]
    groups = [(_("Pages about this"), list(tied.values())), (_("All other pages"), others)]
    called = Counter(finished(page.title) for page in open_pages().values())
    return [(str(name), [(page.pk, _told_apart(page, called)) for page in pages]) for name, pages in groups if pages]


def _told_apart(page: BasePage, called: Counter[str]) -> str:
    """The page's title, with where it stands when another is called the same."""
    title, parent = finished(page.title), page.get_parent() if called[finished(page.title)] > 1 else None
    return f"{title} ({finished(parent.title)})" if parent else title


def _said(standing: Standing) -> str:
    """What a colleague reads of it in one line, the sign-off too."""
    words = f"{standing.get_claim_display()}. {standing.sentence}".strip()
    if standing.signed_off_on is None:
        return words
    signed = _("Signed off by %(post)s on %(day)s: that goes when you save.")
    day = date_format(standing.signed_off_on, "j F Y")
    return f"{words} {signed % {'post': standing.signed_off_by, 'day': day}}"


def _label(part: PagePart) -> str:
    return _("%(part)s (has a detail that is an example)") % {"part": part.label} if part.has_example else part.label
