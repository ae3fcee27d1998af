from collections.abc import Mapping
from typing import Any

from django import forms

from . import typed


class TypedForm(forms.Form):
    """A form for readers. What nobody sees is taken out of all that was sent before anything reads it."""

    def __init__(self, data: Mapping[str, Any] | None = None, *args: Any, **kwargs: Any):
        super().__init__(typed.kept(data), *args, **kwargs)
