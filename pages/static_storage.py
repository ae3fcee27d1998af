import re

from django.contrib.staticfiles.storage import ManifestStaticFilesStorage
from django.core.files.base import ContentFile
from whitenoise.compress import Compressor

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("([^"]+)"\)(?: layer\(([a-z]+)\))?;\n?')
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SPACES = re.compile(r"\s+")
OURS = ("css/", "js/", "fonts/")


class InliningStorage(ManifestStaticFilesStorage):
    """Hashed names; one stylesheet with its imports put inside; our own files compressed.

    The CMS's own hundreds of files are left uncompressed: squeezing them takes a minute that no reader gains from.
    """

    manifest_strict = False

    def stored_name(self, name):
        """The hashed name; before anything is collected, the plain one, so that no page fails for want of a file."""
        try:
            return super().stored_name(name)
        except ValueError:
            return name

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run and STYLESHEET in paths:
            self.delete(STYLESHEET)
            self._save(STYLESHEET, ContentFile(_inlined(paths).encode()))
            paths = paths | {STYLESHEET: (self, STYLESHEET)}
        processed = super().post_process(paths, dry_run, **options)
        compressor = Compressor(quiet=True)
        for name, hashed_name, done in processed:
            yield name, hashed_name, done
            if done and not dry_run and name.startswith(OURS) and compressor.should_compress(hashed_name):
                list(compressor.compress(self.path(hashed_name)))


def _inlined(paths) -> str:
    """The stylesheet as written, with each import's text in its layer and without comments."""

    def read(name):
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    def imported(match):
        text = read(f"css/{match[1]}")
        return f"@layer {match[2]} {{{text}}}" if match[2] else text

    return SPACES.sub(" ", COMMENT.sub("", IMPORT.sub(imported, read(STYLESHEET))))
