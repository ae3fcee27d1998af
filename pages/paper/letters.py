"""The typefaces for letters that ours have not, from Debian's packages. Each paper finds out what is missing."""

from pathlib import Path

FACES = {
    "fonts-noto-core": Path("/usr/share/fonts/truetype/noto/NotoSansGurmukhi-Regular.ttf"),
    "fonts-droid-fallback": Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"),
}


def missing_packages() -> list[str]:
    return [package for package, face in FACES.items() if not face.is_file()]
