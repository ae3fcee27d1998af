from typing import Any

from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.council.model import CouncilSettings
from pages.council.roles import KINSHIP_LEAD
from pages.set_up.model import SetUp
from pages.sign_in.invitations import ROLES

from .step import RowForm, StepForm, field_of


class OfficerForm(RowForm):
    """Somebody to invite."""

    email = forms.EmailField(label=_("E-mail at work"), required=False)
    role = forms.ChoiceField(label=_("Role"), required=False, choices=[(role, role) for role in ROLES])

    needed = {"email": _("Type the e-mail of whom you invite.")}

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email and User.objects.filter(email__iexact=email).exists():
            raise ValidationError(_("There is a log-in with this address already."))
        return email


class WhoWorksHereForm(StepForm):
    """Who answers for the offer, and who works on it."""

    own = ("lead_email",)
    lists = {"officers": forms.formset_factory(OfficerForm, extra=3, max_num=30)}

    lead_post = field_of(
        SetUp,
        "lead_post",
        _("Type the post of who answers for the offer."),
        label=_("Post of the kinship lead"),
        help_text=_("Who answers for the offer: Service Manager, Kinship. Readers see it. Never a person’s name."),
    )
    lead_email = field_of(
        CouncilSettings,
        "lead_email",
        label=_("E-mail of the kinship lead"),
        help_text=_("Gets told of pages that are long overdue or have no owner."),
    )

    def kept(self) -> dict[str, Any]:
        return super().kept() | {"lead_post": self.set_up.lead_post}

    def kept_rows(self, name: str) -> list[dict[str, Any]]:
        return self.set_up.officers or [{"role": KINSHIP_LEAD}]

    def save_the_rest(self) -> None:
        self.set_up.lead_post = self.cleaned_data["lead_post"]
        self.set_up.officers = [{name: row[name] for name in ("email", "role")} for row in self.typed_rows("officers")]
        self.set_up.save()
