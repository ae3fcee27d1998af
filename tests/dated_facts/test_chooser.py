"""Whoever puts an amount into a text finds it by its name, on one screen."""

import pytest
from django.urls import reverse

from pages.dated_facts.model import DatedFact

pytestmark = pytest.mark.django_db


def test_all_amounts_stand_on_one_screen(rotherham_loaded, admin_client):
    chooser = DatedFact.snippet_viewset.chooser_viewset
    said = admin_client.get(reverse(chooser.get_url_name("choose"))).json()["html"]

    assert DatedFact.objects.count() > 20
    assert [label for label in DatedFact.objects.values_list("label", flat=True) if label not in said] == []
