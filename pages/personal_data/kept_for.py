import datetime

from pages.council.council import current_council

from .purpose import Purpose
from .table import RING_BACK


def kept_for(purpose: Purpose) -> datetime.timedelta:
    """How long: the table's days, or those that the council promises in its settings."""
    days = current_council().callbacks_kept_days if purpose is RING_BACK else purpose.days
    if days is None:
        raise ValueError("No number of days decides how long this is kept.")
    return datetime.timedelta(days=days)
