"""Numbers that are kept for drama: nobody can be rung at them.

Source: Ofcom, “Telephone numbers for use in TV and radio drama programmes”.
"""

import re

KEPT_FOR_DRAMA = re.compile(
    r"(01632960|011[3-8]4960|01[2-6]14960|01914980|02079460|02896496|02920180|07700900|08081570|09098790|03069990)[0-9]{3}"
)
FROM_ABROAD = re.compile(r"^\s*(?:\+|00)\s*44\s*(?:\(0\))?")


def is_example(phone: str) -> bool:
    """True for one of those, however it is written."""
    return bool(KEPT_FOR_DRAMA.fullmatch(re.sub(r"\D", "", FROM_ABROAD.sub("0", phone))))
