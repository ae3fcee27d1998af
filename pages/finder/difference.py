"""What another answer changed: said in words, and marked on each thing in the list."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pages.core.vocabulary import NEEDS

from .answer import HouseholdAnswer
from .household import Household, called
from .told import about_carer, about_child


class Difference(NamedTuple):
    """What the carer changed, a sentence each; and the keys of supports that are new, changed or gone since."""

    said: list[str]
    new: list[int]
    changed: list[int]
    gone: list[int]

    @property
    def number(self) -> int:
        return len(self.new) + len(self.changed) + len(self.gone)

    @property
    def counted(self) -> str:
        """What became of the list, as a sentence of what there is to say: “2 are new, 1 changed.”"""
        new, changed, gone = map(len, (self.new, self.changed, self.gone))
        parts = [
            new and ngettext("%(number)d is new", "%(number)d are new", new) % {"number": new},
            changed and _("%(number)d changed") % {"number": changed},
            gone and ngettext("%(number)d is gone", "%(number)d are gone", gone) % {"number": gone},
        ]
        said = ", ".join(part for part in parts if part)
        return f"{said}." if said else _("The list is the same as before.")


def difference(before: Household, now: Household, was: HouseholdAnswer, answer: HouseholdAnswer) -> Difference:
    """What changed from one household's answer to the next."""
    earlier = {listed.support.pk: listed.answers for listed in was.listed}
    later = {listed.support.pk: listed.answers for listed in answer.listed}
    same_children = len(before.considered) == len(now.considered)
    changed = [pk for pk in later if same_children and pk in earlier and later[pk] != earlier[pk]]
    new = [pk for pk in later if pk not in earlier]
    gone = [pk for pk in earlier if pk not in later]
    return Difference(_said(before, now), new, changed, gone)


def _said(before: Household, now: Household) -> list[str]:
    said = []
    if added := [str(NEEDS[need]) for need in now.needs if need not in before.needs]:
        said.append(_("You added “%(needs)s”.") % {"needs": "”, “".join(added)})
    if dropped := [str(NEEDS[need]) for need in before.needs if need not in now.needs]:
        said.append(_("You took off “%(needs)s”.") % {"needs": "”, “".join(dropped)})
    names, earlier = called(now.children), called(before.children)
    if len(now.children) > len(before.children):
        added = [name for name, child in zip(names, now.children, strict=True) if child not in before.children]
        said.append(_("You added %(children)s.") % {"children": ", ".join(added or names[-1:])})
    elif len(now.children) < len(before.children):
        gone = [name for name, child in zip(earlier, before.children, strict=True) if child not in now.children]
        said.append(_("You took off %(children)s.") % {"children": ", ".join(gone or earlier[-1:])})
    else:
        for name, child, was in zip(names, now.children, before.children, strict=True):
            if child != was:
                words = ", ".join(map(str, about_child(child))) or _("no answer")
                said.append(_("You changed %(child)s to “%(words)s”.") % {"child": name, "words": words})
    if now.carer != before.carer:
        words = ", ".join(map(str, about_carer(now.carer))) or _("no answer")
        said.append(_("About you, you changed to “%(words)s”.") % {"words": words})
    return said
