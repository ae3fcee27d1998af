"""The typeface as small woff2 files, cut from the package's fonts the first time they are asked for."""

from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.utils import matches_patterns
from django.core.files.storage import FileSystemStorage
from fontTools import subset

FACES = {"regular": "AtkinsonHyperlegible-Regular.ttf", "bold": "AtkinsonHyperlegible-Bold.ttf"}
LATIN = "U+0020-007E,U+00A0-017F,U+2010-2015,U+2018-201E,U+2022,U+2026,U+20AC,U+2122,U+2190-2193,U+2212,U+2713"


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

    def __init__(self, app_names=None, *args, **kwargs):
        self.root = settings.DATA_DIR / "fonts"
        self.storage = FileSystemStorage(location=self.root)

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False):
        if not path.startswith("fonts/"):
            return []
        make_fonts(self.root / "fonts")
        found = self.root / path
        if not found.is_file() or found.parent != self.root / "fonts":
            return []
        return [str(found)] if find_all else str(found)

    def list(self, ignore_patterns):
        make_fonts(self.root / "fonts")
        for file in sorted((self.root / "fonts").glob("*.woff2")):
            path = f"fonts/{file.name}"
            if not matches_patterns(path, ignore_patterns):
                yield path, self.storage
