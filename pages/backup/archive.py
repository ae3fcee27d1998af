"""The file of a backup: a zip of named parts, each with a checksum in the manifest."""

import hashlib
import io
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, cast

from django.utils import timezone

from pages.core.progress import Say, in_steps, say_nothing

from .errors import BackupError
from .manifest import Manifest, read_manifest

MANIFEST, SETTINGS, DATABASE, MEDIA = "manifest.json", "settings.txt", "database/", "media/"
BLOCK = 1024 * 1024
# Bytes: far more than any site has, and little enough for any machine's memory.
LONGEST_LIST, LONGEST_ROW = 64 * BLOCK, 256 * BLOCK
LONGEST_NAME = 500  # no column takes a longer one
COMPRESSIONS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
# What reading a spoilt zip raises; OSError where it names a place before the file's beginning.
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, RuntimeError, OSError)


def part_of(label: str) -> str:
    """Where the rows of a model stand."""
    return f"{DATABASE}{label}.jsonl"


class NewArchive:
    """A backup that is being written; `checksums` are of its parts so far."""

    def __init__(self, zipped: zipfile.ZipFile) -> None:
        self._zip = zipped
        self.checksums: dict[str, str] = {}

    @contextmanager
    def part(self, name: str, compression: int = zipfile.ZIP_DEFLATED) -> Iterator[Callable[[bytes], None]]:
        """Gives what writes a block of the part."""
        digest = hashlib.sha256()
        about = zipfile.ZipInfo(name, timezone.localtime().timetuple()[:6])
        about.compress_type = compression
        with self._zip.open(about, "w", force_zip64=True) as out:

            def write(block: bytes) -> None:
                digest.update(block)
                out.write(block)

            yield write
        self.checksums[name] = digest.hexdigest()

    def add(self, name: str, text: str) -> None:
        with self.part(name) as write:
            write(text.encode())

    def copy(self, name: str, file: IO[bytes]) -> None:
        """Pictures and documents are packed by nature."""
        with self.part(name, zipfile.ZIP_STORED) as write:
            while block := file.read(BLOCK):
                write(block)


class Archive:
    """A backup that is there, of which nothing is believed before `check` has read it all."""

    def __init__(self, zipped: zipfile.ZipFile, manifest: Manifest) -> None:
        self._zip, self.manifest = zipped, manifest

    def close(self) -> None:
        self._zip.close()

    @property
    def media(self) -> list[str]:
        """The names of the files, as the database has them."""
        return [name.removeprefix(MEDIA) for name in self.manifest.checksums if name.startswith(MEDIA)]

    def open(self, name: str) -> io.BufferedReader:
        return io.BufferedReader(cast(io.RawIOBase, self._zip.open(name)), BLOCK)

    def size(self, beginning: str) -> int:
        """How many bytes the parts whose names begin so unpack to."""
        return sum(about.file_size for about in self._zip.infolist() if about.filename.startswith(beginning))

    def check(self, say: Say = say_nothing) -> None:
        """Refuses a file that is not, to the last byte, what was written."""
        self._check_names()
        for name in in_steps(self.manifest.checksums, say, "Checking the file …"):
            if self._checksum(name) != self.manifest.checksums[name]:
                raise BackupError(f"It has changed since it was made: {name} is not what was written.")
        for label, rows in self.manifest.rows.items():
            if self._count_rows(label) != rows:
                raise BackupError(f"It has not as many rows of {label} as it says.")

    def _check_names(self):
        parts = self._zip.infolist()
        if strange := [about.filename for about in parts if not _is_ours(about)]:
            raise BackupError(f"It holds what no backup holds: {strange[0]!r}.")
        listed = [MANIFEST, *self.manifest.checksums]
        if sorted(about.filename for about in parts) != sorted(listed):
            raise BackupError("It has changed since it was made: its parts are not those it lists.")
        folders = {str(folder) for name in listed for folder in PurePosixPath(name).parents}
        if both := folders.intersection(listed):
            raise BackupError(f"It holds what no backup holds: {min(both)!r} is a file and a folder.")
        tables = {name for name in listed if name.startswith(DATABASE)}
        if tables != {part_of(label) for label in self.manifest.rows}:
            raise BackupError("Its list of contents does not fit its parts.")

    def _count_rows(self, label):
        """Each ends its line. One may hold a whole PDF, but it must fit in memory, into which it will be read."""
        rows = length = 0
        with self.open(part_of(label)) as part:
            while block := part.read(BLOCK):
                ends = block.count(b"\n")
                length += block.find(b"\n") if ends else len(block)
                if length > LONGEST_ROW:
                    raise BackupError(f"It has a row of {label} that is too long.")
                if ends:
                    length = len(block) - block.rfind(b"\n") - 1
                rows += ends
        return rows + (length > 0)

    def _checksum(self, name):
        digest = hashlib.sha256()
        try:
            with self.open(name) as part:
                while block := part.read(BLOCK):
                    digest.update(block)
        except BROKEN:
            return ""
        return digest.hexdigest()


def open_archive(file: Path) -> Archive:
    try:
        zipped = zipfile.ZipFile(file)
    except OSError as error:
        raise BackupError(f"It can't be read: {error.strerror or 'it is cut short'}.") from None
    except BROKEN:
        raise BackupError("It is cut short, or no backup of this site.") from None
    try:
        return Archive(zipped, read_manifest(_contents(zipped)))
    except KeyError:
        problem = "It is no backup of this site."
    except BROKEN:
        problem = "It has changed since it was made: its list of contents can't be read."
    except BackupError as error:
        problem = str(error)
    zipped.close()
    raise BackupError(problem)


def _contents(zipped: zipfile.ZipFile) -> bytes:
    """The list of contents, as it was written."""
    about = zipped.getinfo(MANIFEST)
    if not _is_ours(about) or about.file_size > LONGEST_LIST:
        raise zipfile.BadZipFile
    return zipped.read(about)


def _is_ours(about: zipfile.ZipInfo) -> bool:
    """A plain file under one of our names, which leads nowhere else."""
    name = about.filename
    path = PurePosixPath(name)
    is_plain = stat.S_IFMT(about.external_attr >> 16) in {0, stat.S_IFREG} and not about.flag_bits & 1
    is_inside = not path.is_absolute() and ".." not in path.parts and str(path) == name and "\\" not in name
    is_named = len(name) <= LONGEST_NAME and (name in {MANIFEST, SETTINGS} or name.startswith((DATABASE, MEDIA)))
    return is_plain and is_inside and is_named and about.compress_type in COMPRESSIONS
