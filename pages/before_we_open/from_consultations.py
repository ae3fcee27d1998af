"""Consultations that are made up, as an example: none may be left when the offer opens."""

from collections.abc import Iterator

from django.contrib.admin.utils import quote
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pages.consultation.model import Consultation

from .loose_end import Kind, LooseEnd, key_of

GROUP = gettext_lazy("Consultations")


def consultation_ends() -> Iterator[LooseEnd]:
    asks = _("It is made up: delete it.")
    for consultation in Consultation.objects.filter(example=True):
        url = reverse("consultation:edit", args=[quote(consultation.pk)])
        key = key_of("consultation", consultation.pk, "example")
        yield LooseEnd(key, Kind.EXAMPLE, str(GROUP), consultation.title, asks, url, blocks=True)
