"""What collecting static files leaves for readers' browsers."""

import gzip
import os

import brotli
import pytest
from django.core.management import call_command

from pages.site.fit import static_files
from pages.site.fit.unfit import UnfitError
from pages.site.static_storage import InliningStorage

WORDS = "A line that is there many times gets much smaller. " * 40
OURS = "css/site.css"
THEIRS = "django_htmx/htmx.min.js"


@pytest.fixture
def collect(settings, tmp_path):
    """Collects the files of a folder and gives back the folder they land in."""
    source = tmp_path / "source"
    for name in (OURS, THEIRS, "someone/drawing.svg", "someone/LICENCE.txt"):
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(f"{name} {WORDS}")
    (source / "someone/dot.js").write_text("//")
    settings.STATICFILES_DIRS = [source]
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STATIC_ROOT = tmp_path / "collected"
    settings.STORAGES = settings.STORAGES | {"staticfiles": {"BACKEND": "pages.site.static_storage.InliningStorage"}}

    def run():
        call_command("collectstatic", verbosity=0, interactive=False)
        return settings.STATIC_ROOT

    def change(name, words):
        (source / name).write_text(words)
        later = (source / name).stat().st_mtime + 60
        os.utime(source / name, (later, later))

    run.change = change
    return run


def served(folder, name):
    """The file that pages name, with its packed copies as browsers unpack them."""
    plain = folder / InliningStorage().stored_name(name)
    packed = [unpack(plain.with_name(plain.name + end).read_bytes()) for end, unpack in UNPACK.items()]
    return plain.read_bytes(), packed


UNPACK = {".br": brotli.decompress, ".gz": gzip.decompress}


def test_every_file_is_compressed_whoever_made_it(collect):
    folder = collect()
    files = [path for path in folder.rglob("*.*") if path.suffix in {".css", ".js", ".svg", ".txt"}]
    packed = {path for path in files if all(path.with_name(path.name + end).is_file() for end in UNPACK)}

    assert len(files) == 10
    assert {path.name for path in set(files) - packed} == {path.name for path in files if path.name.startswith("dot")}


def test_a_packed_file_reads_the_same(collect):
    folder = collect()

    for name in (OURS, THEIRS):
        plain, packed = served(folder, name)
        assert packed == [plain, plain]


def test_a_file_that_changed_is_packed_anew(collect):
    collect()
    collect.change(THEIRS, f"// another {WORDS}")
    folder = collect()

    plain, packed = served(folder, THEIRS)
    assert b"another" in plain
    assert packed == [plain, plain]
    assert brotli.decompress((folder / f"{THEIRS}.br").read_bytes()) == (folder / THEIRS).read_bytes()


def test_a_file_that_no_longer_gets_smaller_keeps_no_old_copy(collect):
    collect()
    collect.change(THEIRS, "//")
    folder = collect()

    assert not (folder / f"{THEIRS}.br").exists()
    assert not (folder / f"{THEIRS}.gz").exists()


def test_a_half_written_copy_is_made_again(collect):
    folder = collect()
    broken = folder / f"{InliningStorage().stored_name(THEIRS)}.br"
    broken.write_bytes(broken.read_bytes()[:20])
    collect()

    plain, packed = served(folder, THEIRS)
    assert packed == [plain, plain]


@pytest.mark.parametrize("name", [OURS, THEIRS])
def test_a_site_starts_only_with_the_files_of_its_release(collect, name):
    with pytest.raises(UnfitError, match=r"is missing .* Run: manage\.py collectstatic"):
        static_files.are_collected()
    folder = collect()
    static_files.are_collected()

    collect.change(name, "another release's")
    with pytest.raises(UnfitError, match=f"^{name} is missing"):
        static_files.are_collected()
    collect()
    static_files.are_collected()

    (folder / name).unlink()
    with pytest.raises(UnfitError, match=f"^{name} is missing"):
        static_files.are_collected()
