from django.utils.translation import gettext_lazy as _

from .topic import Topic

# Topics as a family would say them, in the order in which they are asked for.
NEEDS = {
    Topic.URGENT_HELP: _("Urgent help"),
    Topic.GETTING_STARTED: _("The first days"),
    Topic.ALLOWANCES: _("Money from {council}"),
    Topic.BENEFITS: _("Money from the government"),
    Topic.CRISIS_FUND: _("Money today or tonight"),
    Topic.HOUSING: _("Home and housing"),
    Topic.SCHOOL: _("School"),
    Topic.FEELINGS_BEHAVIOUR: _("Feelings and behaviour"),
    Topic.FAMILY_TIME: _("Seeing parents and family"),
    Topic.LEGAL_ORDERS: _("Orders and who decides"),
    Topic.SUPPORT_GROUPS: _("Meeting other carers"),
    Topic.CARER_WELLBEING: _("A break for me"),
    Topic.HEALTH: _("Health"),
    Topic.SEND: _("Special needs or disability"),
    Topic.CHILDCARE: _("Childcare"),
    Topic.WORK: _("Work and time off"),
    Topic.LEGAL_ADVICE: _("Legal advice and court"),
    Topic.TRAINING: _("Training"),
    Topic.FAMILY_PLAN: _("A family plan"),
    Topic.GROWING_UP: _("Turning 16 or 18"),
    Topic.TYPES_OF_KINSHIP_CARE: _("Am I a kinship carer?"),
    Topic.PRIVATE_FOSTERING: _("A friend’s child (private fostering)"),
    Topic.YOUNG_PEOPLE: _("Help for the child"),
    Topic.CONTACT_US: _("Someone to ring"),
    Topic.COMPLAINTS: _("A complaint"),
}

# What a family says in one word, and is then asked which: the word, and the topics that it opens into.
NEED_GROUPS = {_("Money"): [Topic.ALLOWANCES, Topic.BENEFITS, Topic.CRISIS_FUND]}
