"""What the law and the guidance ask, and no page gives."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.duties.duty_map import gaps

from .loose_end import Kind, LooseEnd, key_of

GROUP = gettext_lazy("Duties not met")


def duty_ends() -> Iterator[LooseEnd]:
    """The law's own before those of the guidance."""
    url, asks = reverse("duty-map"), _("Which page meets it?")
    for duty in sorted(gaps(), key=lambda duty: not duty.is_law):
        key, source = key_of("duty", duty.value), f"{duty.source.text}: {duty.source.reference}"
        yield LooseEnd(key, Kind.DUTY, str(GROUP), str(duty.label), asks, f"{url}#{duty.value}", context=source)
