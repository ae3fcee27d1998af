"""Passwords: twelve characters that anybody would not try first."""

import pytest
from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from pages.sign_in.passwords import counted_part

WORDS = {"kinship", "rotherham", "council"}


@pytest.mark.parametrize(
    ("password", "counted"),
    [
        ("kinship1", ""),
        ("Rotherham-Kinship-2026", "--"),
        ("KINSHIPkinship", ""),
        ("correct horse 42", "correct horse 42"),
        ("my kinship horse and cart", "my  horse and cart"),
    ],
)
def test_the_sites_words_and_digits_beside_them_do_not_count(password, counted):
    assert counted_part(password, WORDS) == counted


@pytest.mark.parametrize(
    "password",
    ["kinship1", "short", "elevenchars", "passwordpassword", "123456789012345", "Kinship-2026-Kinship",
     "testham-council-1", "Testhamborough2027", "alexandra-smith", "kinship local offer"],
)  # fmt: skip
def test_these_are_refused(home, password):
    user = User(username="alexandra", first_name="Alexandra", last_name="Smith", email="alexandra.smith@example.gov.uk")

    with pytest.raises(ValidationError):
        validate_password(password, user)


@pytest.mark.parametrize("password", ["four plain words here", "x7-Qv!29zL.pw", "a kinship of otters and herons"])
def test_these_are_good(home, password):
    validate_password(password, User(username="alexandra"))
