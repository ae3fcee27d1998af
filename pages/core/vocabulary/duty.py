from django.db import models
from django.utils.translation import gettext_lazy as _

from .duty_source import ACT, SOURCES, Source


class Duty(models.TextChoices):
    """What the Act and the guidance want of a kinship local offer.

    Act: Children Act 1989 section 22H, put there by the Children's Wellbeing and Schools Act 2026 section 5.
    Guidance: Department for Education, 11 October 2024, as public reports describe it; its paragraphs have no
    numbers here because the text itself is to be checked by the council's legal team.

    Two lines of the checklists are no duty that a page could meet. An offer published before the section started
    owes no consultation (s.22H(10), as moved). And the guidance does not list health: the Act does.
    """

    ACT_APPROACH_CHILDREN = "act-approach-children", _("Our approach to supporting children in kinship care")
    ACT_APPROACH_CARERS = "act-approach-carers", _("Our approach to supporting kinship carers")
    ACT_MONEY_CHILDREN = "act-money-children", _("Financial support for the children")
    ACT_MONEY_CARERS = "act-money-carers", _("Financial support for carers")
    ACT_MONEY_OTHERS = "act-money-others", _("Financial support from anyone else, charities included")
    ACT_HEALTH = "act-health", _("Services for health and wellbeing")
    ACT_RELATIONSHIPS = "act-relationships", _("Services for relationships")
    ACT_FAMILY_TIME = "act-family-time", _("Services that help children see parents and relatives")
    ACT_EDUCATION = "act-education", _("Services for education and training")
    ACT_ACCOMMODATION = "act-accommodation", _("Services for accommodation")
    ACT_OTHER_PROVIDERS = "act-other-providers", _("Services of others, charities included")
    ACT_NAMED = "act-named", _("Named as the kinship local offer")
    ACT_REACHES_FAMILIES = "act-reaches-families", _("Steps so that families receive what is relevant to them")
    ACT_REVIEWED = "act-reviewed", _("The offer is reviewed and updated")
    ACT_CONSULTED = "act-consulted", _("Families are consulted before a new version")
    ACT_CONSULTATION_REPORT = "act-consultation-report", _("A report of the consultation is published")
    ACT_RELEVANT_PERSONS = "act-relevant-persons", _("Children, carers and those who speak for them are asked")
    GUIDANCE_GROUPS_TRAINING = "guidance-groups-training", _("Support groups and training")
    GUIDANCE_MONEY = "guidance-money", _("Financial support")
    GUIDANCE_WORK = "guidance-work", _("Help to stay in work")
    GUIDANCE_ACCOMMODATION = "guidance-accommodation", _("Accommodation")
    GUIDANCE_EDUCATION = "guidance-education", _("Education, with the Virtual School")
    GUIDANCE_FAMILY_TIME = "guidance-family-time", _("Help with family time")
    GUIDANCE_FAMILY_PLAN = "guidance-family-plan", _("Family group decision making")
    GUIDANCE_LEGAL = "guidance-legal", _("Legal support")
    GUIDANCE_THERAPY = "guidance-therapy", _("Therapeutic support")
    GUIDANCE_ALL_SUPPORT = "guidance-all-support", _("All support and services in the area, easy to get")
    GUIDANCE_NEEDS_NOT_STATUS = "guidance-needs-not-status", _("Support follows the child's needs, not legal status")
    GUIDANCE_KINSHIP_LEAD = "guidance-kinship-lead", _("A named senior officer as kinship lead")
    GUIDANCE_VIRTUAL_SCHOOL_OFFICER = (
        "guidance-virtual-school-officer",
        _("A Virtual School officer for children in kinship care"),
    )
    GUIDANCE_CLEAR_FREE = "guidance-clear-free", _("Clearly written, free and widely available")
    GUIDANCE_PUBLICISED = "guidance-publicised", _("Well publicised, with barriers reduced")
    GUIDANCE_REVIEWED = "guidance-reviewed", _("Published and regularly reviewed")
    GUIDANCE_FAMILIES_SHAPE = "guidance-families-shape", _("Families help to shape it")
    GUIDANCE_EARLY_HELP = "guidance-early-help", _("Family networks are helped early")
    GUIDANCE_ELIGIBILITY_COMPLAINTS = (
        "guidance-eligibility-complaints",
        _("Who can get what, how decisions are made, how to complain"),
    )

    @property
    def source(self) -> Source:
        """The duty's place in the Act or the guidance, and what it means in plain words."""
        return SOURCES[self.value]

    @property
    def is_law(self) -> bool:
        """True for the Act's own duties, false for what the guidance asks."""
        return self.source.text == ACT
