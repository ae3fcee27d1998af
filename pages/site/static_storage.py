import gzip
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import copyfile
from typing import Any

import brotli
from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from whitenoise.compress import Compressor

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\(([a-z]+)\))?;\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACES = re.compile(r"\s+")
UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress}


# For each name of a file, the storage that has it and its name there.
type Paths = dict[str, tuple[Storage, str]]


class InliningStorage(ManifestStaticFilesStorage):
    """Hashed names; one stylesheet with its imports put inside; every file compressed, whoever made it."""

    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The hashed name; before anything is collected, the plain one, so that no page fails for want of a file."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name

    def post_process(
        self, paths: Paths, dry_run: bool = False, **options: Any
    ) -> Iterator[tuple[str, str, bool] | tuple[str, None, RuntimeError]]:
        if not dry_run and STYLESHEET in paths:
            self.delete(STYLESHEET)
            self.save(STYLESHEET, ContentFile(inlined(_from(paths)).encode()))
            paths = paths | {STYLESHEET: (self, STYLESHEET)}
        names: set[str | None] = set()
        for processed in super().post_process(paths, dry_run, **options):
            yield processed
            names |= set(processed[:2])
        if not dry_run:
            _compress([Path(self.path(name)) for name in names if name])


def _compress(files: list[Path]) -> None:
    """Puts a packed copy beside each file that gets smaller by it.

    Packing the CMS's hundreds takes many seconds. So the same content, under its plain name and its hashed one, is
    packed once, and what an earlier collecting packed is kept.
    """
    compressor = Compressor(quiet=True)
    alike = defaultdict(list)
    for file in files:
        if compressor.should_compress(file.name):
            alike[file.read_bytes()].append(file)

    def pack(content: bytes, same: list[Path]) -> None:
        if all(_is_packed(file, content) for file in same):
            return
        for file in same:
            for end in UNPACK:
                _packed(file, end).unlink(missing_ok=True)
        first, *others = same
        compressor.compress(str(first))
        for end in UNPACK:
            if _packed(first, end).exists():
                for file in others:
                    copyfile(_packed(first, end), _packed(file, end))

    with ThreadPoolExecutor() as threads:
        list(threads.map(pack, alike, alike.values()))


def _is_packed(file: Path, content: bytes) -> bool:
    """True when all copies are there and whole: one that was being written when the collecting stopped is not."""
    try:
        return all(unpack(_packed(file, end).read_bytes()) == content for end, unpack in UNPACK.items())
    except (OSError, EOFError, zlib.error, brotli.error):
        return False


def _packed(file: Path, end: str) -> Path:
    return file.with_name(file.name + end)


def _from(paths: Paths) -> Callable[[str], str]:
    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    return read


def inlined(read: Callable[[str], str]) -> str:
    """The stylesheet as written, with each import's text in its layer and without comments."""

    def imported(match: re.Match) -> str:
        text = read(f"css/{match[1]}")
        return f"@layer {match[2]} {{{text}}}" if match[2] else text

    return SPACES.sub(" ", COMMENT.sub("", IMPORT.sub(imported, read(STYLESHEET))))
