from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.core.vocabulary import NEEDS, Topic
from pages.ring_back import ways
from pages.ring_back.request_form import RequestForm
from pages.ring_back.vocabulary import Asker, BestTime, Way

# Who wants somebody to ring asks for it with this form, and what is urgent must not wait for it.
NO_NEEDS_HERE = {Topic.CONTACT_US, Topic.URGENT_HELP}
TIMES = [BestTime.ANY, BestTime.MORNING, BestTime.AFTERNOON]


class CallbackForm(RequestForm):
    """A carer's request: asks for what we need to reach them, and nothing else."""

    asker = Asker.CARER
    first_way = Way.RING
    first_time = BestTime.ANY
    words = {
        "name": (_("Your name"), _("What should we call you? A first name is enough.")),
        "way": (_("How should we reach you?"), ""),
        "phone": (_("Your phone number"), _("It must be safe for us to use.")),
        "email": (_("Your e-mail"), _("It must be safe for us to write to.")),
        "interpreter": (_("I would like an interpreter"), ""),
        "language": (_("Which language?"), _("It may be a sign language too.")),
        "best_time": (_("When is a good time?"), ""),
        "topic": (_("What do you need help with?"), _("You do not have to say.")),
    }
    choices = {
        "way": ways.choices(ways.FOR_CARERS),
        "best_time": [(time.value, time.label) for time in TIMES],
        "topic": [
            ("", _("I will say when we talk")),
            *((topic.value, words) for topic, words in NEEDS.items() if topic not in NO_NEEDS_HERE),
        ],
    }

    def consent_words(self, kept_days: int) -> str:
        return ngettext(
            "You may keep this to reach me. You delete it after %(days)s day.",
            "You may keep this to reach me. You delete it after %(days)s days.",
            kept_days,
        ) % {"days": kept_days}
