"""The council's settings, and its Navigators, as the set-up finds or begins them."""

from wagtail.models import Site

from pages.content.contact import Contact
from pages.council.model import CouncilSettings
from pages.set_up.every_council import every_council

NAVIGATORS = "navigators"  # the slug that texts of every council call them by


def council_settings() -> CouncilSettings:
    """Those of the default site; new and unsaved while there are none."""
    site = Site.objects.get(is_default_site=True)
    return CouncilSettings.objects.filter(site=site).first() or CouncilSettings(site=site)


def ensure_navigators() -> Contact:
    """Whom carers ring, still without a number: national pages name them, so they are there before those are loaded."""
    known = every_council().navigators
    defaults = {"name": known.name, "purpose": known.purpose}
    return Contact.objects.get_or_create(slug=NAVIGATORS, defaults=defaults)[0]
