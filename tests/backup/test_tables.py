"""Every table has its decision: it is kept, or left out for a reason."""

import pytest
from django.apps import apps
from django.db import connection

from pages.backup.tables import KEPT_APPS, LEFT_OUT, all_models, is_kept, kept_models

MODELS = {model._meta.label: model for model in all_models(apps)}


def test_every_model_is_in_the_backup_or_left_out_with_a_reason():
    undecided = [name for name in MODELS if name.partition(".")[0] not in KEPT_APPS and not LEFT_OUT.get(name)]

    assert undecided == []


@pytest.mark.skipif(connection.vendor != "sqlite", reason="One of the tables is SQLite's alone.")
def test_what_is_left_out_is_there():
    assert LEFT_OUT.keys() - MODELS.keys() == set()
    assert {name.partition(".")[0] for name in MODELS} >= KEPT_APPS


def test_no_row_that_is_kept_points_to_one_that_is_not():
    fields = [field for model in kept_models(apps) for field in model._meta.local_concrete_fields if field.is_relation]

    assert [str(field) for field in fields if not is_kept(field.related_model._meta.label)] == []


def test_sessions_and_keys_of_programs_are_no_part_of_a_backup():
    labels = {model._meta.label for model in kept_models(apps)}

    assert not labels & {"sessions.Session", "wagtailcore.APIToken"}
    assert labels >= {"auth.User", "auth.User_groups", "pages.Paper", "wagtailcore.Revision"}
