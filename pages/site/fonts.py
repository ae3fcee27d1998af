"""The typeface as small woff2 files, cut from the package's fonts the first time they are asked for."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, overload

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.checks import CheckMessage
from django.core.files.storage import FileSystemStorage
from fontTools import subset

FACES = {"regular": "AtkinsonHyperlegible-Regular.ttf", "bold": "AtkinsonHyperlegible-Bold.ttf"}
LATIN = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201E,U+2022,U+2026,U+20AC,U+2122,U+2190-2193,U+2212,U+2713"


# Inside a finder `list` is a method of its own.
type Messages = list[CheckMessage]
type Paths = list[str]


def make_fonts(folder: Path) -> None:
    """Writes the missing woff2 files into `folder`: Latin letters, about 20 kB a face."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, source in FACES.items():
        target = folder / f"atkinson-{name}.woff2"
        if not target.exists():
            unfinished = target.with_suffix(".part")
            subset.main(
                [
                    str(settings.FONT_FILES / source),
                    f"--unicodes={LATIN}",
                    "--layout-features=kern,liga",
                    "--flavor=woff2",
                    "--no-hinting",
                    "--desubroutinize",
                    f"--output-file={unfinished}",
                ]
            )
            unfinished.rename(target)


class FontFinder(BaseFinder):
    """Gives the fonts to `collectstatic` and to the development server as fonts/atkinson-*.woff2."""

    def __init__(self, *args: Any, **kwargs: Any):
        """Django makes one finder for the whole process, whatever its settings are by then."""

    @property
    def root(self) -> Path:
        return Path(settings.DATA_DIR, "fonts")

    def check(self, **kwargs: Any) -> Messages:
        return []

    @overload
    def find(self, path: str, find_all: Literal[False] = False) -> str | None: ...

    @overload
    def find(self, path: str, find_all: Literal[True]) -> Paths: ...

    def find(self, path: str, find_all: bool = False) -> str | Paths | None:
        if not path.startswith("fonts/"):
            return []
        make_fonts(self.root / "fonts")
        file = self.root / path
        if not file.is_file() or file.parent != self.root / "fonts":
            return []
        return [str(file)] if find_all else str(file)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        make_fonts(self.root / "fonts")
        for file in sorted((self.root / "fonts").glob("*.woff2")):
            path = f"fonts/{file.name}"
            if not matches_patterns(path, ignore_patterns or ()):
                yield path, FileSystemStorage(location=self.root)
