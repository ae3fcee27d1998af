"""What somebody gets who asks what is kept about them: a page to read, or JSON for another program."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from .find import Found
from .words import how_long


def as_json(who: str, rows: list[Found]) -> str:
    answer = {"about": who, "kept": [_row(found) for found in rows]}
    return json.dumps(answer, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2) + "\n"


def as_html(who: str, rows: list[Found]) -> str:
    return render_to_string("personal_data/export.html", {"who": who, "rows": [_row(found) for found in rows]})


def _row(found: Found) -> dict[str, Any]:
    purpose = found.line.purpose
    return {
        "what": found.what,
        "about": str(purpose.what),
        "why": str(purpose.why),
        "how_long": how_long(purpose),
        "told": {
            name: value if isinstance(value, str | int | None) else str(value) for name, value in found.told.items()
        },
        "on_request": purpose.on_request.value,
    }
