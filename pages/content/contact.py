import re

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from pages.core.announce import SeenByReaders
from pages.core.opening_row import OpeningRow
from pages.core.panels import DrawnPanel
from pages.core.vocabulary import Provider

PHONE = RegexValidator(r"^\+?[0-9][0-9 ]{1,18}$", _("Type the number with digits and spaces only: 01632 960 123."))


class Answers(models.TextChoices):
    """When somebody answers, as far as a page may say of this minute."""

    UNKNOWN = "", _("Not known well enough to say “open now”")
    ALWAYS = "day-and-night", _("Day and night")
    WHEN_WE_ARE_CLOSED = "when-we-are-closed", _("Whenever {the navigators} do not")
    HOURS = "in-these-hours", _("In the hours below")


class ContactForm(WagtailAdminModelForm):
    """Refuses hours that “Tonight” would not go by, and the choice to go by hours of which there are none."""

    def is_valid(self) -> bool:
        valid, formset = super().is_valid(), self.formsets["opening_hours"]
        if not valid:
            return False
        kept = [form for form in formset.forms if form not in formset.deleted_forms]
        has_hours = any(form.instance.pk or form.has_changed() for form in kept)
        is_chosen = self.cleaned_data["answers"] == Answers.HOURS
        if is_chosen and not has_hours:
            self.add_error("answers", _("Give the hours below, or choose something else."))
        elif has_hours and not is_chosen:
            self.add_error("answers", _("There are hours below. Choose “In the hours below”, or take them out."))
        return is_chosen == has_hours


class Contact(index.Indexed, SeenByReaders, ClusterableModel):
    """Somebody families can reach: typed once, shown wherever a page chooses it."""

    slug = models.SlugField(unique=True, help_text=_("A short name for links and files: family-rights-group."))
    name = models.CharField(max_length=80)
    purpose = models.CharField(max_length=200, help_text=_("One sentence: what they help with, and who they are for."))
    provider = models.CharField(max_length=20, choices=Provider, default=Provider.COUNCIL)
    phone = models.CharField(max_length=20, blank=True, validators=[PHONE])
    text_words = models.CharField(_("text this word"), max_length=20, blank=True)
    text_number = models.CharField(_("to this number"), max_length=20, blank=True, validators=[PHONE])
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(blank=True, help_text=_("The whole address, beginning https://"))
    website_name = models.CharField(max_length=80, blank=True, help_text=_("Words for the link."))
    address = models.CharField(max_length=200, blank=True)
    hours = models.CharField(
        max_length=120,
        blank=True,
        help_text=_(
            "Monday to Friday, 9am to 5pm. Leave empty for {the navigators}: council settings has their hours."
        ),
    )
    answers = models.CharField(
        _("answers"),
        max_length=20,
        blank=True,
        choices=Answers,
        help_text=_("“Tonight” shows who is open now: only what is sure may be said here."),
    )
    closed_on_bank_holidays = models.BooleanField(_("not on bank holidays"), default=False)
    cost = models.CharField(max_length=120, blank=True, help_text=_("What it costs to ring."))
    reply_time = models.CharField(max_length=120, blank=True, help_text=_("How long a reply takes."))
    example = models.BooleanField(
        _("has example details"),
        default=False,
        help_text=_("Some of this is an example, to be confirmed by {council}. Readers see a mark."),
    )
    last_checked = models.DateField(default=timezone.localdate)

    panels = [
        DrawnPanel("outside_links/panel.html"),
        DrawnPanel("core/used_in_panel.html", heading=_("Where it is used")),
        MultiFieldPanel([FieldPanel("name"), FieldPanel("purpose"), FieldPanel("provider")], heading=_("Who they are")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("cost")]),
                FieldRowPanel([FieldPanel("text_words"), FieldPanel("text_number")]),
                FieldRowPanel([FieldPanel("email"), FieldPanel("reply_time")]),
                FieldRowPanel([FieldPanel("website"), FieldPanel("website_name")]),
                FieldRowPanel([FieldPanel("address"), FieldPanel("hours")]),
            ],
            heading=_("How to reach them"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("answers"), FieldPanel("closed_on_bank_holidays")]),
                InlinePanel("opening_hours", label=_("hours"), max_num=21),
            ],
            heading=_("When they answer, for “Tonight”"),
        ),
        MultiFieldPanel(
            [FieldPanel("example"), FieldPanel("last_checked"), FieldPanel("slug")], heading=_("Keeping it right")
        ),
    ]

    search_fields = [
        index.SearchField("name", boost=2),
        index.AutocompleteField("name"),
        index.SearchField("purpose"),
        index.SearchField("phone"),
        index.FilterField("provider"),
    ]

    base_form_class = ContactForm

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def clean(self) -> None:
        super().clean()
        if bool(self.text_words) != bool(self.text_number):
            raise ValidationError({"text_words": _("A text needs both the word and the number to send it to.")})
        if self.closed_on_bank_holidays and self.answers != Answers.HOURS:
            raise ValidationError({"closed_on_bank_holidays": _("That goes with hours: choose “In the hours below”.")})

    def opening(self) -> dict:
        """The hours that are typed here, in plain values, as `opening_times` takes them."""
        return {
            "hours": [row.plain() for row in self.opening_hours.all()],
            "closed_on_bank_holidays": self.closed_on_bank_holidays,
        }

    @property
    def phone_link(self) -> str:
        """The number as a `tel:` address."""
        return "tel:" + re.sub(r"[^0-9+]", "", self.phone) if self.phone else ""

    @property
    def text_link(self) -> str:
        """The text number as an `sms:` address."""
        return "sms:" + re.sub(r"[^0-9+]", "", self.text_number) if self.text_number else ""


class ContactHours(OpeningRow):
    """When this contact answers."""

    contact = ParentalKey(Contact, on_delete=models.CASCADE, related_name="opening_hours")
