from django import template
from django.utils import timezone

from pages.consultation import shown
from pages.consultation.model import Consultation

register = template.Library()


@register.simple_tag
def consultations_now() -> list[Consultation]:
    """The consultations that are held today."""
    return shown.open_on(timezone.localdate())


@register.simple_tag
def next_consultation() -> Consultation | None:
    """The next consultation that opens."""
    return shown.next_after(timezone.localdate())
