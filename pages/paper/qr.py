"""QR codes, as drawings that need no other file."""

import segno
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

INK = "#241f3a"


def inline(address: str, title: str) -> SafeString:
    """For a web page: an SVG with a title, dark on white whatever the page's colours."""
    colours = {"dark": "#000000", "light": "#ffffff"}
    drawing = _code(address).svg_inline(border=3, **colours, title=title, omitsize=True, svgclass=None)
    return format_html('<svg class="qr" role="img" aria-label="{}"{}', title, mark_safe(drawing.removeprefix("<svg")))


def picture(address: str) -> str:
    """For paper: an address to draw an image from."""
    return _code(address).svg_data_uri(border=0, dark=INK, xmldecl=False, svgns=True)


def _code(address: str) -> segno.QRCode:
    return segno.make(address, micro=False, error="m")
