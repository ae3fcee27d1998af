"""The names that a page cannot say more simply: of orders, arrangements, organisations, policies and places."""

from pages.content.contact import Contact
from pages.content.glossary_term import GlossaryTerm
from pages.content.policy import Policy
from pages.core.inline import finished
from pages.core.vocabulary import Arrangement
from pages.council.model import CouncilSettings

EVERYDAY = {Arrangement.INFORMAL, Arrangement.ADOPTION, Arrangement.NOT_SURE}


def known_names() -> set[str]:
    """Names to set aside when a text is measured. Words of the glossary count only if they are written as names."""
    names = {str(arrangement.label) for arrangement in Arrangement if arrangement not in EVERYDAY}
    names.update(Contact.objects.values_list("name", flat=True))
    names.update(spelling for policy in Policy.objects.all() for spelling in policy.spellings)
    for term in GlossaryTerm.objects.all():
        names.update(spelling for spelling in term.spellings if _is_name(spelling))
    for council in CouncilSettings.objects.all():
        names.update([council.council_name, council.council_short_name, council.area, council.childrens_services])
    return {finished(name) for name in names} - {""}


def _is_name(spelling: str) -> bool:
    """Special Guardianship Order and CAMHS are names; Social worker is not."""
    return spelling[1:] != spelling[1:].lower()
