"""Where each duty stands in the Act or the guidance, how sure that is, and what it means in plain words."""

from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText

ACT = _("Children Act 1989")
GUIDANCE = _("Kinship care: statutory guidance for local authorities (October 2024)")
# Where anybody can read them. The guidance's own address is not known for sure: the search on GOV.UK finds it.
ACT_ADDRESS = "https://www.legislation.gov.uk/ukpga/2026/21/section/5/enacted"
GUIDANCE_ADDRESS = "https://www.gov.uk/search/all?keywords=kinship+care+statutory+guidance+for+local+authorities"


class Sure(models.TextChoices):
    """How sure it is that a duty stands in the text as it does here."""

    READ = "read", _("Read in the text itself")
    TOLD = "told", _("Wording still to be confirmed: we know it from public reports")
    CARRIED = "carried", _("Wording still to be confirmed: it was in earlier guidance")


class Source(NamedTuple):
    """Where a duty comes from: the law or the guidance, the place in it, and how sure that is."""

    text: LazyText
    reference: LazyText
    sure: Sure
    plain: LazyText  # the duty as families would say it

    @property
    def is_to_be_checked(self) -> bool:
        return self.sure != Sure.READ


def _act(place: str, plain: LazyText, sure: Sure = Sure.READ) -> Source:
    return Source(ACT, f"s.22H{place}", sure, plain)


def _asked(place: LazyText, plain: LazyText, sure: Sure = Sure.TOLD) -> Source:
    return Source(GUIDANCE, place, sure, plain)


OFFER = _("Chapter 3, the kinship local offer")
SOMEWHERE = _("The government’s guidance, October 2024")

SOURCES = {
    "act-approach-children": _act("(1)(a)(i)", _("Say how we help children in kinship care.")),
    "act-approach-carers": _act("(1)(a)(ii)", _("Say how we help kinship carers.")),
    "act-money-children": _act("(1)(b)(i)", _("Say what money help there may be for the children.")),
    "act-money-carers": _act("(1)(b)(ii)", _("Say what money help there may be for carers.")),
    "act-money-others": _act("(3)", _("Tell you about money from others too, such as charities and the government.")),
    "act-health": _act("(1)(c), (2)(a)", _("Tell you about help to keep well, in body and mind.")),
    "act-relationships": _act("(1)(c), (2)(b)", _("Tell you about help to get on with each other.")),
    "act-family-time": _act("(4)(b)", _("Tell you about help for children to see their parents and family.")),
    "act-education": _act("(1)(c), (2)(c)", _("Tell you about help with school and training.")),
    "act-accommodation": _act("(1)(c), (2)(d)", _("Tell you about help with a home.")),
    "act-other-providers": _act(
        "(4)(a)", _("Tell you about help from others, such as charities, and not just from us.")
    ),
    "act-named": _act("(5)", _("Call it the “kinship local offer”, so that you can find it.")),
    "act-reaches-families": _act("(6)", _("Do what we can so that you get what matters to you, online or not.")),
    "act-reviewed": _act("(7)", _("Look at the offer again, and put it right."), Sure.TOLD),
    "act-consulted": _act("(8)(a)", _("Ask families before we publish a new version."), Sure.TOLD),
    "act-consultation-report": _act("(8)(b)", _("Publish a report of what families told us."), Sure.TOLD),
    "act-relevant-persons": _act("(9)", _("Ask children, carers and the people who speak up for them."), Sure.TOLD),
    "guidance-groups-training": _asked(
        _("Heading “Support groups and training”"), _("Tell you about groups and training.")
    ),
    "guidance-money": _asked(_("Heading “Financial support”"), _("Tell you about help with money.")),
    "guidance-work": _asked(_("Heading “Help to stay in work”"), _("Tell you about help to stay in work.")),
    "guidance-accommodation": _asked(_("Heading “Accommodation”"), _("Tell you about help with a home.")),
    "guidance-education": _asked(
        _("Heading “Education, with the Virtual School”"),
        _("Tell you about help at school, and about the Virtual School."),
    ),
    "guidance-family-time": _asked(_("Heading “Supporting family time”"), _("Tell you about help with family time.")),
    "guidance-family-plan": _asked(
        _("Heading “Family group decision making”"), _("Tell you how a family can make its own plan.")
    ),
    "guidance-legal": _asked(_("Heading “Legal support”"), _("Tell you where to get help with the law.")),
    "guidance-therapy": _asked(
        _("Heading “Therapeutic support”"), _("Tell you about help with strong feelings and hard memories.")
    ),
    "guidance-all-support": _asked(OFFER, _("Put all the help in our area in one place that is easy to use.")),
    "guidance-needs-not-status": _asked(SOMEWHERE, _("Start with what the child needs, not with a court order.")),
    "guidance-kinship-lead": _asked(SOMEWHERE, _("Say which senior manager is in charge of this.")),
    "guidance-virtual-school-officer": _asked(
        SOMEWHERE, _("Have a person in the Virtual School for children in kinship care.")
    ),
    "guidance-clear-free": _asked(OFFER, _("Write it in plain words. Make it free and easy to get.")),
    "guidance-publicised": _asked(OFFER, _("Tell people about it, and make it easier to get help.")),
    "guidance-reviewed": _asked(OFFER, _("Publish it, and look at it again and again.")),
    "guidance-families-shape": _asked(OFFER, _("Let families help to shape it.")),
    "guidance-early-help": _asked(SOMEWHERE, _("Help families early, before things get hard.")),
    "guidance-eligibility-complaints": _asked(
        OFFER, _("Say who can get what, how we decide, and how to complain."), Sure.CARRIED
    ),
}
