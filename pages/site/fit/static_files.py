from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.apps import StaticFilesConfig
from django.contrib.staticfiles.finders import FileSystemFinder
from django.core.files.storage import Storage

from pages.site.static_storage import STYLESHEET, inlined

from .unfit import UnfitError


def are_collected() -> None:
    """Readers get the files that this release was written with: without them pages have no style."""
    ours: dict[str, Storage] = dict(FileSystemFinder().list(StaticFilesConfig.ignore_patterns))

    def written(name: str) -> bytes:
        return Path(ours[name].path(name)).read_bytes()

    for name in ours:
        wanted = inlined(lambda part: written(part).decode()).encode() if name == STYLESHEET else written(name)
        if _collected(name) != wanted:
            raise UnfitError(
                f"{name} is missing among the collected files, or is of another release. Run: manage.py collectstatic"
            )


def _collected(name: str) -> bytes | None:
    try:
        return Path(settings.STATIC_ROOT, name).read_bytes()
    except OSError:
        return None
