"""The offer as text: a folder of YAML files that an officer can read and a reviewer can compare."""

from .errors import PackError
from .export import export_offer
from .load import load_offer

__all__ = ["PackError", "export_offer", "load_offer"]
