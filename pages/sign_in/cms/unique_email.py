from django import forms
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class UniqueEmail(forms.ModelForm):
    """Single sign-on and new passwords go by the e-mail address, so two log-ins can't have the same."""

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if User.objects.filter(email__iexact=email).exclude(pk=self.instance.pk).exists():
            raise ValidationError(_("Another log-in has this address."))
        return email
