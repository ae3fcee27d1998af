"""The steps of the set-up, in their order, and what is still to be done."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.set_up import forms
from pages.set_up.model import SetUp


class Step(NamedTuple):
    """One screen. `slug` is its address, and the name of its template."""

    slug: str
    name: LazyText
    about: LazyText
    title: LazyText
    minutes: int
    form: type[Any]
    may_be_skipped: bool = False


STEPS = (
    Step(
        "your-council",
        _("Your council"),
        _("Names, colour"),
        _("Who you are, and your colour"),
        5,
        forms.YourCouncilForm,
    ),
    Step("who-answers", _("Who answers"), _("Number, hours"), _("Whom carers ring, and when"), 5, forms.WhoAnswersForm),
    Step("at-night", _("At night"), _("Who to ring then"), _("Who to ring when you are closed"), 2, forms.AtNightForm),
    Step(
        "days-and-paper",
        _("Days and paper"),
        _("Can wait"),
        _("Your address on paper, and your days"),
        5,
        forms.DaysAndPaperForm,
        may_be_skipped=True,
    ),
    Step(
        "who-works-here",
        _("Who works here"),
        _("Lead, officers"),
        _("Who answers for the offer"),
        3,
        forms.WhoWorksHereForm,
    ),
    Step("your-log-in", _("Your log-in"), _("The last step"), _("Your own log-in"), 2, forms.YourLogInForm),
)
LAST = STEPS[-1]
BY_SLUG = {step.slug: step for step in STEPS}


def next_after(step: Step) -> Step:
    return STEPS[STEPS.index(step) + 1]


def missing(set_up: SetUp) -> list[Step]:
    """The steps that must be saved before the last one can be."""
    return [step for step in STEPS[:-1] if not step.may_be_skipped and step.slug not in set_up.steps_done]


def mark_done(set_up: SetUp, step: Step) -> None:
    if step.slug not in set_up.steps_done:
        set_up.steps_done = [*set_up.steps_done, step.slug]
        set_up.save(update_fields=["steps_done"])


def to_go_on_with(set_up: SetUp) -> Step:
    """The first step that nobody has saved."""
    return next((step for step in STEPS if step.slug not in set_up.steps_done), LAST)
