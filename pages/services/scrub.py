"""Takes out of a sentence what could say who wrote it."""

import re

# Addresses, names on social media, postcodes, and numbers of six digits or more however they are spaced.
EMAIL = re.compile(r"\S+@\S+")
HANDLE = re.compile(r"(?<!\w)@\w+")
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]?\s*[0-9][A-Z]{2}\b", re.IGNORECASE)
YEARS = r"(?:19|20)[0-9]{2}[-–][0-9]{2}(?![0-9])"
NUMBER = re.compile(rf"(?!{YEARS})\+?\(?[0-9](?:[\s().\-–]*[0-9]){{5,}}")
GONE = "[…]"


def scrub(text: str) -> str:
    """The text without e-mail addresses, phone and other long numbers, and postcodes."""
    for pattern in (EMAIL, HANDLE, POSTCODE, NUMBER):
        text = pattern.sub(GONE, text)
    return text
