"""The forms of the set-up: one module for each step."""

from .at_night import AtNightForm
from .days_and_paper import DaysAndPaperForm
from .step import StepForm
from .who_answers import WhoAnswersForm
from .who_works_here import WhoWorksHereForm
from .your_council import YourCouncilForm
from .your_log_in import YourLogInForm

__all__ = [
    "AtNightForm",
    "DaysAndPaperForm",
    "StepForm",
    "WhoAnswersForm",
    "WhoWorksHereForm",
    "YourCouncilForm",
    "YourLogInForm",
]
