from django import forms
from django.forms import BoundField
from django.http import QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.core.vocabulary import NEEDS, Arrangement, LookedAfter, Topic
from pages.finder.eligibility import OLDEST_ASKED, Answers

SKIP = ("", _("Skip this question"))
LOOKED_AFTER = "looked-after"
SHOWN_AT_ONCE = 12
IN_CARE = {
    LookedAfter.YES: _("is, or was, looked after by a council"),
    LookedAfter.NO: _("never looked after by a council"),
    LookedAfter.NOT_SURE: _("not sure about care"),
}
ARRANGEMENTS = [*Arrangement.choices[:-1], (Arrangement.NOT_SURE.value, _("I’m not sure"))]
NAMES = ("need", "arrangement", "age", LOOKED_AFTER)


class FindForm(forms.Form):
    """The four questions of “Find what fits”. Each can be skipped, and a value that is none of ours is left out."""

    need = forms.MultipleChoiceField(
        label=_("What do you need help with?"),
        choices=list(NEEDS.items()),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    arrangement = forms.ChoiceField(
        label=_("How is the child with you?"),
        choices=[SKIP, *ARRANGEMENTS],
        required=False,
        widget=forms.RadioSelect,
    )
    age = forms.IntegerField(
        label=_("How old is the child, in years?"),
        help_text=_("For a baby, type 0."),
        required=False,
        min_value=0,
        max_value=OLDEST_ASKED,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, query: QueryDict):
        self.given = {name: [value for value in query.getlist(name) if value.strip()] for name in NAMES}
        super().__init__(self.known(), auto_id="find-%s")
        self.fields[LOOKED_AFTER] = forms.ChoiceField(
            label=_("Was the child ever looked after by a council?"),
            help_text=_("That means in care, even for a short time."),
            choices=[SKIP, *LookedAfter.choices],
            required=False,
            widget=forms.RadioSelect,
        )

    @cached_property
    def answers(self) -> Answers:
        """What the address says, as the rules take it."""
        arrangement = [Arrangement(value) for value in self.given["arrangement"] if value in Arrangement.values]
        looked_after = [LookedAfter(value) for value in self.given[LOOKED_AFTER] if value in LookedAfter.values]
        ages = [int(value) for value in self.given["age"] if _is_age(value)]
        needs = [Topic(value) for value in NEEDS if value in self.given["need"]]
        return Answers(tuple(needs), _last(arrangement), _last(ages), _last(looked_after))

    @property
    def left_out(self) -> bool:
        """True when the address holds an answer that is none of ours."""
        checks = {"need": NEEDS.__contains__, "arrangement": Arrangement.values.__contains__, "age": _is_age}
        checks[LOOKED_AFTER] = LookedAfter.values.__contains__
        return any(not check(value) for name, check in checks.items() for value in self.given[name])

    @property
    def known_in_care(self) -> BoundField:
        """The last question: its name in the address has a hyphen, which a template can't say."""
        return self[LOOKED_AFTER]

    @property
    def asks_more(self) -> bool:
        """True when a need is chosen that stands folded away."""
        return any(need in self.answers.needs for need in list(NEEDS)[SHOWN_AT_ONCE:])

    @property
    def told(self) -> list[LazyText]:
        """The answers in words, for the top of the list and for paper."""
        needs, arrangement, age, looked_after = self.answers
        words: list[LazyText] = [NEEDS[need] for need in needs]
        if arrangement:
            words.append(dict(ARRANGEMENTS)[arrangement.value])
        if age is not None:
            words.append(gettext("child aged %(years)d") % {"years": age})
        if looked_after:
            words.append(IN_CARE[looked_after])
        return words

    def known(self) -> QueryDict:
        """The answers as an address has them, without what was skipped or left out."""
        known = QueryDict(mutable=True)
        known.setlist("need", [need.value for need in self.answers.needs])
        for name, value in zip(NAMES[1:], self.answers[1:], strict=True):
            if value is not None:
                known[name] = str(value)
        return known


def _is_age(value: str) -> bool:
    value = value.strip()
    return value.isascii() and value.isdigit() and len(value) <= 3 and int(value) <= OLDEST_ASKED


def _last[Value](values: list[Value]) -> Value | None:
    """When an answer is given twice, the last one counts: a button below the question comes after it."""
    return values[-1] if values else None
