import datetime

# The day this release was made, set anew with each: a clock that says an earlier one is wrong.
RELEASED = datetime.date(2026, 11, 26)
