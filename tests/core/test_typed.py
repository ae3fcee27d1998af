"""What people type is read one way, wherever it is read, and kept as they wrote it."""

import importlib
import pkgutil

import pytest
from django import forms
from hypothesis import given
from hypothesis import strategies as st

import pages
from pages.core.typed import as_kept, as_read, bare, kept, with_digits, words_read
from pages.core.typed_form import TypedForm


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Łódź", "lodz"), ("Ørsted", "orsted"), ("Đặng", "dang"), ("ışık", "isik"), ("İSTANBUL", "istanbul"),
        ("Straße", "strasse"), ("Ægir œuvre", "aegir oeuvre"), ("naïve café", "naive cafe"), ("ﬁne", "fine"),
        ("ＳＧＯ", "sgo"), ("９ ٩ ۹ ९", "9 9 9 9"), ("child’s", "child's"), ("child`s child´s", "child's child's"),
        ("one–two—three−four‑five", "one-two-three-four-five"), ("al\u200blow\u00adance\u202e", "allowance"),
        ("S.G.O.", "sgo "), ("S G O", "sgo "), ("s.g.o", "sgo "), ("S.G.O.’s", "sgo "), ("P.R.s", "pr "),
        ("S.O.S", "sos "), ("مَدْرَسَة", "مدرسه"), ("مدرســة", "مدرسه"), ("پیسے", "پيسے"), ("школа", "школа"),
        ("σχολείο", "σχολειο"), ("Йод", "йод"), ("स्कूल", "स्कूल"), ("ਪੰਜਾਬੀ", "ਪੰਜਾਬੀ"), ("ٱلله", "الله"),
        ("می\u200cخواهم", "ميخواهم"), ("s g o", "sgo "), ("S·G·O", "sgo "), ("S G O’s", "sgo "),
        ("Ｓ．Ｇ．Ｏ．", "sgo "),
    ],
)  # fmt: skip
def test_every_way_to_write_it_is_read_the_same(typed, read):
    assert as_read(typed) == read


@pytest.mark.parametrize("words", ["I was. He is.", "See a. Then b.", "St. Ann’s Rd.", "John A. Smith"])
def test_the_end_of_a_sentence_is_no_abbreviation(words):
    assert as_read(words) == words.lower().replace("’", "'")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("पैसे की मदद", ["पैसे", "की", "मदद"]), ("two S.G.O.s’ rights", ["two", "sgo", "rights"]),
        ("the carer’s, 2-3", ["the", "carers", "2", "3"]), ("am I a B", ["am", "i", "a", "b"]),
    ],
)  # fmt: skip
def test_words_of_any_script_are_whole(typed, words):
    assert words_read(typed) == words


FLAG = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Łukasz O’Brien–Smith", "Łukasz O’Brien–Smith"), ("e\u0301", "é"), ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\x00b\x07c", "abc"), ("\ufeffa\u200bb\u202ec", "abc"), ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d👧", "👩\u200d👧"), ("٩ سنوات", "٩ سنوات"), ("ＳＧＯ", "ＳＧＯ"), ("\ud800", ""),
        ("\u200fAnn\u200e", "Ann"), ("pass\u200dword", "password"), ("क\u200dष", "क\u200dष"), ("ന്\u200d", "ന്\u200d"),
        ("\u3164\u200d", ""), ("x\U000e0041", "x"), ("محمد \u200f(علی)\u200f", "محمد \u200f(علی)"), (FLAG, FLAG),
    ],
)  # fmt: skip
def test_what_is_kept_is_what_was_seen(typed, stored):
    assert as_kept(typed) == stored


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("９", "9"), ("٩", "9"), ("१२", "12"), ("\u200f7\u200b", "7"), ("7\u200e1", "71"), ("7½", "71⁄2")],
)
def test_a_number_is_read_in_any_digits(typed, digits):
    assert with_digits(typed) == digits


@given(st.text())
def test_reading_and_keeping_twice_is_the_same_as_once(text):
    assert as_kept(as_kept(text)) == as_kept(text)
    assert bare(bare(text)) == bare(text)
    assert "\0" not in as_read(text) + as_kept(text)


def test_all_that_a_form_was_sent_is_kept_without_what_nobody_sees():
    sent = kept({"words": "a\0b", "ages": 3})

    assert sent.getlist("words") == ["ab"]
    assert sent["ages"] == 3
    assert kept({"words": ["a\u200bb", "c"]}).getlist("words") == ["ab", "c"]
    assert kept({"password": "a\u200bb"}, untouched=["password"])["password"] == "a\u200bb"


class AnyForm(TypedForm):
    name = forms.CharField(label="Your name", max_length=5)
    email = forms.EmailField(required=False)
    password = forms.CharField(label="Your password", widget=forms.PasswordInput, strip=False)


def test_nothing_unseen_counts_or_stops_a_form():
    form = AnyForm(
        {"name": "\u200fA\0n\u200bn\u00ada\u200e\ufeff", "email": "a\0b@example.org\u202c", "password": " x\u200b "}
    )

    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"name": "Anna", "email": "ab@example.org", "password": " x\u200b "}


def test_a_field_with_nothing_but_unseen_signs_is_empty():
    assert AnyForm({"name": "\0\u200b\u200f", "password": "x"}).errors["name"] == ["This field is required."]


def test_a_password_that_cannot_be_stored_is_refused_by_name():
    form = AnyForm({"name": "Ann", "password": "x\0y"})

    assert form.errors["password"] == ["“Your password” holds a sign that nobody can see. Type it again."]


# Forms of the CMS, whose writers are officers and whose models say what they take, and passkeys, which nobody types.
OF_OFFICERS = {
    "pages.consultation.moderation_form", "pages.core.page_form", "pages.dated_facts.april_cms",
    "pages.dated_facts.april_form",
    "pages.dated_facts.sentence_form", "pages.duties.guard", "pages.publishing.before_publishing_form",
    "pages.publishing.change_form", "pages.publishing.owners_cms", "pages.sign_in.forms",
}  # fmt: skip


def form_classes():
    for module in pkgutil.walk_packages(pages.__path__, "pages."):
        if ".migrations" not in module.name and ".management" not in module.name:
            importlib.import_module(module.name)
    found, waiting = set(), [forms.Form]
    while waiting:
        below = waiting.pop().__subclasses__()
        found.update(below)
        waiting += below
    return {form for form in found if form.__module__.startswith("pages.")}


def test_every_form_takes_out_what_nobody_sees_but_those_of_the_cms():
    others = {
        form.__module__
        for form in form_classes()
        if not issubclass(form, TypedForm)
        and not issubclass(form, forms.BaseModelForm)
        and "cms" not in form.__module__.split(".")
    }

    assert others == OF_OFFICERS
