from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from pages.core.vocabulary import Topic
from pages.ring_back import ways
from pages.ring_back.request_form import TOO_LONG, RequestForm
from pages.ring_back.vocabulary import AboutWhom, Asker, BestTime, IfSeen

NOT_SAID = ("", _("I will say when we talk"))
# Topics as a young person would say them.
NEEDS = {
    Topic.FEELINGS_BEHAVIOUR: _("How I feel"),
    Topic.LEGAL_ORDERS: _("Where I live, and who decides"),
    Topic.FAMILY_TIME: _("Seeing my family"),
    Topic.SCHOOL: _("School"),
    Topic.HEALTH: _("My body or my health"),
    Topic.COMPLAINTS: _("Nobody listens to me"),
    Topic.GROWING_UP: _("Getting older: money, work or a home"),
}


class YoungForm(RequestForm):
    """A young person's request. First of all it asks how to reach them so that nobody gets them into trouble.

    It asks for no age, no address, no surname, and for nothing that has happened: that is for a talk, not for a form.
    Nothing is picked beforehand but the answer that says least to others.
    """

    asker = Asker.YOUNG_PERSON
    words = {
        "name": (_("What should we call you?"), _("A first name or a nickname is fine.")),
        "way": (_("How can we reach you?"), _("Pick what is safe for you.")),
        "phone": (_("Your phone number"), _("It can be the number of a grown-up you trust.")),
        "email": (_("Your e-mail"), _("Pick one that nobody reads who should not.")),
        "best_time": (_("When is it safe?"), ""),
        "interpreter": (_("I would like to talk in another language"), ""),
        "language": (_("Which language?"), _("Sign language is one too.")),
        "topic": (_("What is it about?"), ""),
    }
    choices = {
        "way": ways.choices(ways.FOR_YOUNG_PEOPLE),
        "best_time": [(time.value, time.label) for time in BestTime],
        "topic": [NOT_SAID, *((topic.value, words) for topic, words in NEEDS.items())],
    }

    if_seen = forms.ChoiceField(
        label=_("What if somebody else picks up, or sees it?"),
        choices=[
            (IfSeen.SILENT.value, _("Do not say who you are, or why")),
            (IfSeen.SAY.value, _("It is OK to say who you are")),
        ],
        initial=IfSeen.SILENT,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Pick what we should do then."),
            "invalid_choice": _("Pick one of the two."),
        },
    )
    keep_safe = forms.CharField(
        label=_("What else would keep it safe?"),
        help_text=_("You can leave this empty. Or tell us, like “Text first” or “Not on Mondays”."),
        max_length=200,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "autocomplete": "off"}),
        error_messages={"max_length": TOO_LONG},
    )
    about_whom = forms.ChoiceField(
        label=_("Who is it about?"),
        choices=[
            NOT_SAID,
            (AboutWhom.ME.value, _("Me")),
            (AboutWhom.HOME.value, _("Someone I live with")),
            (AboutWhom.FAMILY.value, _("Someone else in my family")),
            (AboutWhom.OTHER.value, _("Someone else")),
        ],
        required=False,
        error_messages={"invalid_choice": _("Pick one of the list, or leave it.")},
    )
    field_order = (
        "name", "way", "phone", "email", "if_seen", "best_time", "keep_safe", "interpreter", "language",
        "about_whom", "topic", "consent", "leave_empty", "stamp",
    )  # fmt: skip

    @property
    def says_more(self) -> bool:
        """True when one of the last two questions, which stand folded away, has an answer or a mistake."""
        return any(self[name].value() or self[name].errors for name in ("about_whom", "topic"))

    def consent_words(self, kept_days: int) -> str:
        return ngettext(
            "You can keep this so that you can reach me. You delete it after %(days)s day.",
            "You can keep this so that you can reach me. You delete it after %(days)s days.",
            kept_days,
        ) % {"days": kept_days}
