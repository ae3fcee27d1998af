"""Numbers that are kept for drama: nobody can be rung at them."""

import re

KEPT_FOR_DRAMA = re.compile(r"^(01632960|07700900|02079460|08081570)\d{3}$")


def is_example(phone: str) -> bool:
    return bool(KEPT_FOR_DRAMA.match(re.sub(r"\D", "", phone)))
