from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.images import get_image_model
from wagtail.images.fields import WagtailImageField

from pages.council.model import CouncilSettings
from pages.set_up.colour_trial import as_colour

from .step import StepForm, field_of


class YourCouncilForm(StepForm):
    """Who the council is, and how its pages look."""

    own = ("council_name", "council_short_name", "area", "council_website", "brand_colour")
    council_words = ("childrens_services",)

    council_name = field_of(
        CouncilSettings,
        "council_name",
        _("Type the council’s full name."),
        label=_("Council’s full name"),
        help_text=_("On the leaflet, and at the foot of each page: Barnfield Borough Council."),
    )
    council_short_name = field_of(
        CouncilSettings,
        "council_short_name",
        _("Type the short name."),
        label=_("Short name"),
        help_text=_("Under the name of the offer: Barnfield Council."),
    )
    area = field_of(CouncilSettings, "area", _("Type the name of the place."), label=_("The place"))
    council_website = field_of(
        CouncilSettings,
        "council_website",
        label=_("The council’s website, if you like"),
        help_text=_("The whole address, beginning https://"),
        assume_scheme="https",
    )
    brand_colour = forms.CharField(
        label=_("Your colour"),
        help_text=_("As # and six digits. The lamp stays marigold: it means a person to ring."),
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Type a colour, or choose one of the six.")},
    )
    logo = WagtailImageField(
        label=_("Logo, if you like"),
        required=False,
        help_text=_(
            "PNG, JPEG, WebP or GIF, up to 10 MB. It keeps its own colour. Without one a small house is drawn."
        ),
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg,image/webp,image/gif"}),
    )
    without_logo = forms.BooleanField(label=_("Take the logo away"), required=False)

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        if not self.council.logo:
            del self.fields["without_logo"]

    def clean_brand_colour(self) -> str:
        return as_colour(self.cleaned_data["brand_colour"])

    def fill_council(self) -> None:
        if picture := self.cleaned_data["logo"]:
            title = str(_("Logo of %(name)s")) % {"name": self.council.council_short_name}
            self.council.logo = get_image_model().objects.create(title=title, file=picture)
        elif self.cleaned_data.get("without_logo"):
            self.council.logo = None
