"""The checklists in the CMS: a screen for each item, naming what proves it, signing it off, and lists of our own."""

from django.urls import path

from .edit import edit
from .lists import ChecklistViewSet
from .proofs import add, take
from .sign_off import sign_off

URLS = [
    path("duties/<str:name>/", edit, name="duty-edit"),
    path("duties/<str:name>/proofs/<slug:kind>/", add, name="duty-proof"),
    path("duties/<str:name>/sign-off/", sign_off, name="duty-sign-off"),
    path("duty-proofs/<int:pk>/remove/", take, name="duty-proof-take"),
]

__all__ = ["URLS", "ChecklistViewSet"]
