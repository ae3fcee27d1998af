"""The words that each council says in its own way: {council}, {a navigator}. What each is comes from the settings."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.core.lazy_text import LazyText

# Every word by its name, with what it is for, in the order of the editor's list.
MEANINGS: dict[str, LazyText] = {
    "council": gettext_lazy("The council, by its short name"),
    "full council": gettext_lazy("The council, by its whole name"),
    "area": gettext_lazy("The place"),
    "childrens services": gettext_lazy("Who does the council’s work for children"),
    "navigator": gettext_lazy("Whom carers ring: one, after “your” or “the”"),
    "a navigator": gettext_lazy("Whom carers ring: one, with “a” or “an”"),
    "navigators": gettext_lazy("Whom carers ring: many"),
    "the navigators": gettext_lazy("Whom carers ring: many, with “the”"),
}
VOWELS = frozenset("aeiou")


def words_of(
    *,
    council_name: str = "",
    short_name: str = "",
    area: str = "",
    childrens_services: str = "",
    navigator: str = "",
    article: str = "",
    navigators: str = "",
) -> dict[str, str]:
    """Every word as this council says it. What it left empty is said in general words: no word is ever nothing."""
    one = _clean(navigator) or _("Navigator")
    many = _clean(navigators) or _("%(one)ss") % {"one": one}
    return {
        "council": _clean(short_name) or _clean(council_name) or _("the council"),
        "full council": _clean(council_name) or _clean(short_name) or _("the council"),
        "area": _clean(area) or _("this area"),
        "childrens services": _clean(childrens_services) or _("children’s services"),
        "navigator": one,
        "a navigator": _("%(article)s %(navigator)s") % {"article": article or article_of(one), "navigator": one},
        "navigators": many,
        "the navigators": _("the %(navigators)s") % {"navigators": many},
    }


def article_of(word: str) -> str:
    """“a” or “an”, by the first letter: right for most names, and the settings can say otherwise."""
    return "an" if word[:1].lower() in VOWELS else "a"


def _clean(name: str) -> str:
    """In one line, and without braces: what is finished once is finished."""
    return " ".join(name.replace("{", "").replace("}", "").split())
