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

    def post_process(self, paths, dry_run=False, **options):
        if not dry_run and STYLESHEET in paths:
            self._inline_imports()
            paths = paths | {STYLESHEET: (self, STYLESHEET)}
        processed = super().post_process(paths, dry_run, **options)
        compressor = Compressor(quiet=True)
        for name, hashed_name, done in processed:
            yield name, hashed_name, done
            if done and not dry_run and name.startswith(OURS) and compressor.should_compress(hashed_name):
                list(compressor.compress(self.path(hashed_name)))

    def _inline_imports(self):
        sheet = self._read(STYLESHEET)

        def imported(match):
            text = self._read(f"css/{match[1]}")
            return f"@layer {match[2]} {{{text}}}" if match[2] else text

        sheet = SPACES.sub(" ", COMMENT.sub("", IMPORT.sub(imported, sheet)))
        self.delete(STYLESHEET)
        self._save(STYLESHEET, ContentFile(sheet.encode()))

    def _read(self, name):
        with self.open(name) as file:
            return file.read().decode()
