"""The ways to reach somebody in the words of the forms, and what we say of each when we have a request."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from pages.core.lazy_text import LazyText
from pages.ring_back.vocabulary import Way

FOR_CARERS = {
    Way.RING: _("Ring me"),
    Way.TEXT: _("Send me a text"),
    Way.EMAIL: _("Send me an e-mail"),
    Way.RELAY: _("Ring me with Relay UK, so that I can read and type"),
    Way.BSL: _("Call me in British Sign Language, by video relay"),
}
FOR_YOUNG_PEOPLE = {
    Way.TEXT: _("Text me"),
    Way.RING: _("Ring me"),
    Way.EMAIL: _("Send me an e-mail"),
    Way.RELAY: _("Ring me with Relay UK, so I can read and type"),
    Way.BSL: _("Video call me in British Sign Language (BSL)"),
}
THANKS = {
    Way.RING: _("Thank you. We will ring you"),
    Way.TEXT: _("Thank you. We will text you"),
    Way.EMAIL: _("Thank you. We will write to you"),
    Way.RELAY: _("Thank you. We will ring you with Relay UK"),
    Way.BSL: _("Thank you. We will call you in British Sign Language"),
}
EXPECT = {
    Way.RING: _("We may ring from a number that your phone does not know."),
    Way.TEXT: _("Our text may come from a number that your phone does not know."),
    Way.EMAIL: _("Look in the folder for junk or spam too. Our e-mail may end up there."),
    Way.RELAY: _("The call may come from a number that your phone does not know."),
    Way.BSL: _("The call may come from a number that your phone does not know."),
}


def choices(ways: Mapping[Way, LazyText]) -> list[tuple[str, LazyText]]:
    return [(way.value, words) for way, words in ways.items()]
