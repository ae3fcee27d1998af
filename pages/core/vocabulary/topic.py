from django.db import models
from django.utils.translation import gettext_lazy as _


class Topic(models.TextChoices):
    """What families need help with. Each value is also the slug of the one page about it."""

    GETTING_STARTED = "getting-started", _("New to kinship care: the first days")
    TYPES_OF_KINSHIP_CARE = "types-of-kinship-care", _("Types of kinship care: am I a kinship carer?")
    PRIVATE_FOSTERING = "private-fostering", _("Private fostering: looking after a child who is not a close relative")
    LEGAL_ORDERS = "legal-orders", _("Legal orders and who can make decisions")
    LEGAL_ADVICE = "legal-advice", _("Legal advice and going to court")
    ALLOWANCES = "allowances", _("Allowances and money from {council}")
    BENEFITS = "benefits", _("Benefits and money from government")
    CRISIS_FUND = "crisis-fund", _("Money today: when you cannot pay")
    WORK = "work", _("Work and time off")
    HOUSING = "housing", _("Home and housing")
    SCHOOL = "school", _("School and learning")
    SEND = "send", _("Special educational needs and disability")
    CHILDCARE = "childcare", _("Childcare and early years")
    HEALTH = "health", _("Health: doctor, dentist, keeping well")
    FEELINGS_BEHAVIOUR = "feelings-behaviour", _("Feelings, behaviour and therapy")
    FAMILY_TIME = "family-time", _("Family time with parents and relatives")
    FAMILY_PLAN = "family-plan", _("Making a family plan (family group decision making)")
    SUPPORT_GROUPS = "support-groups", _("Support groups and meeting other carers")
    TRAINING = "training", _("Training and workshops")
    CARER_WELLBEING = "carer-wellbeing", _("Looking after yourself and taking a break")
    GROWING_UP = "growing-up", _("Growing up: 16 and over")
    YOUNG_PEOPLE = "young-people", _("For children and young people")
    CONTACT_US = "contact-us", _("Talk to us: {navigators} and who to ring")
    COMPLAINTS = "complaints", _("Complaints, advocacy and having your say")
    URGENT_HELP = "urgent-help", _("Urgent help and keeping safe")
