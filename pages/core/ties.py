"""What any page can be tied to: contacts, policies, duties, topics, sections, other pages, sources and questions.

The rows hang on Wagtail's base page, so one table serves every page kind and each kind picks the panels it shows.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from pages.core.vocabulary import Arrangement, Duty, Topic
from pages.core.written import Written


class PageContact(Orderable):
    """Somebody to ring, write to or visit about the page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="contacts")
    contact = models.ForeignKey("pages.Contact", on_delete=models.PROTECT, related_name="page_contacts")

    panels = [FieldPanel("contact")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "contact"], name="contact_once_a_page")]


class PagePolicy(Orderable):
    """A policy that the page names."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="policies")
    policy = models.ForeignKey("pages.Policy", on_delete=models.PROTECT, related_name="page_policies")

    panels = [FieldPanel("policy")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "policy"], name="policy_once_a_page")]


class HereContact(Orderable):
    """Somebody in the council's area to ring, write to or visit about a national page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="here_contacts")
    contact = models.ForeignKey("pages.Contact", on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("contact")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "contact"], name="contact_here_once_a_page")]


class HerePolicy(Orderable):
    """A policy of the council's own that belongs to a national page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="here_policies")
    policy = models.ForeignKey("pages.Policy", on_delete=models.PROTECT, related_name="+")

    panels = [FieldPanel("policy")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "policy"], name="policy_here_once_a_page")]


class Source(Written, Orderable):
    """Where a national text's facts are from. Readers see it: GOV.UK, the law, or the provider's own page."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="sources")
    name = models.CharField(max_length=120, help_text=_("GOV.UK, or the name of the Act or the provider."))
    url = models.URLField(_("address"), help_text=_("The page on which the fact stands. The whole address."))

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("url")])]


class Question(Written, Orderable):
    """What the council must say here before the page is whole: only it knows the answer."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="questions")
    key = models.SlugField(help_text=_("A short name, by which the answer finds it: how-much."))
    question = models.CharField(max_length=240, help_text=_("How much do you pay, from what day, who decides?"))
    asked_of = models.CharField(max_length=80, blank=True, help_text=_("Who knows the answer, by team or job title."))

    panels = [FieldRowPanel([FieldPanel("key"), FieldPanel("asked_of")]), FieldPanel("question")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "key"], name="question_once_a_page")]


class PageDuty(Orderable):
    """A duty that the page helps to meet."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="duties")
    duty = models.CharField(max_length=50, choices=Duty)

    panels = [FieldPanel("duty")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "duty"], name="duty_once_a_page")]


class PageNeed(Orderable):
    """A topic that the page helps with."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="needs")
    topic = models.CharField(max_length=50, choices=Topic)

    panels = [FieldPanel("topic")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "topic"], name="topic_once_a_page")]


class OnlyArrangement(Orderable):
    """A kind of kinship care that an explanation is for; one that names none is for all."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="only_arrangements")
    arrangement = models.CharField(max_length=40, choices=Arrangement)

    panels = [FieldPanel("arrangement")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "arrangement"], name="only_arrangement_once_a_page")]


class AlsoIn(Orderable):
    """Another section in which the support is listed too."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="also_in")
    section = models.ForeignKey("pages.SectionPage", on_delete=models.CASCADE, related_name="guests")

    panels = [FieldPanel("section")]

    class Meta(Orderable.Meta):
        verbose_name = _("other section")
        constraints = [models.UniqueConstraint(fields=["page", "section"], name="section_once_a_page")]


class RelatedPage(Orderable):
    """A page worth reading next."""

    page = ParentalKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related")
    related_page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="related_from")

    panels = [FieldPanel("related_page")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["page", "related_page"], name="related_once_a_page")]
