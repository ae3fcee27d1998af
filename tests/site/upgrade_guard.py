"""What of Wagtail, Django and other packages we override or reach into, and what it was like when we did.

`upgrade_guard.txt` is the list: a name of theirs, the package with the version ours was written against, and a digest
of the original's source. What is overridden finds itself; what is patched or reached into stands in REACHED.

After an upgrade: compare each original that the test names with what it was, mend ours, then renew the list with
`python -m tests.site.upgrade_guard`.
"""

import functools
import hashlib
import inspect
import os
import pkgutil
from importlib.metadata import packages_distributions, version
from pathlib import Path
from typing import NamedTuple

import django

from tests.site import overridden

LIST = Path(__file__).with_suffix(".txt")

# Originals that we patch, or depend on the insides of: our file, and the words there by which it does.
REACHED = {
    "allauth.account.internal.flows.login.get_authentication_records": (
        "pages/sign_in/factors.py",
        'record["method"] == "mfa"',
    ),
    "django.views.decorators.csp.csp_override": ("pages/site/middleware.py", "._csp_config"),
    "wagtail.admin.compare.get_comparison_class_for_block": (
        "pages/apps.py",
        "blocks.RichTextBlock.get_comparison_class =",
    ),
    "wagtail.admin.compare.register_comparison_class": ("pages/apps.py", "compare.register_comparison_class("),
    "wagtail.admin.mail.EmailNotificationMixin.send_emails": ("pages/apps.py", "mail.get_connection ="),
    "wagtail.admin.mail.OpenedConnection": ("pages/apps.py", "mail.get_connection ="),
    "wagtail.admin.mail.send_mail": ("pages/apps.py", "mail.get_connection ="),
    "wagtail.admin.mail.send_notification": ("pages/apps.py", "mail.get_connection ="),
    "wagtail.admin.views.account.ChangePasswordPanel": ("pages/apps.py", "account.ChangePasswordPanel.form_class ="),
    "wagtail.admin.views.account.NameEmailSettingsPanel": (
        "pages/apps.py",
        "account.NameEmailSettingsPanel.form_class =",
    ),
    "wagtail.blocks.struct_block.BaseStructBlock._to_struct_value": (
        "pages/content/blocks/contact.py",
        "self._to_struct_value(",
    ),
    "weasyprint.document.Document.make_bookmark_tree": ("pages/paper/engine.py", "document.make_bookmark_tree ="),
    "weasyprint.document.Page.__init__": ("pages/paper/engine.py", "._page_box"),
    "weasyprint.formatting_structure.boxes.Box.border_box_x": ("pages/paper/engine.py", ".border_box_x()"),
    "weasyprint.formatting_structure.boxes.Box.border_box_y": ("pages/paper/engine.py", ".border_box_y()"),
    "weasyprint.formatting_structure.boxes.Box.border_height": ("pages/paper/engine.py", ".border_height()"),
    "weasyprint.formatting_structure.boxes.Box.border_width": ("pages/paper/engine.py", ".border_width()"),
    "weasyprint.formatting_structure.boxes.Box.content_box_x": ("pages/paper/engine.py", ".content_box_x()"),
    "weasyprint.formatting_structure.boxes.Box.content_box_y": ("pages/paper/engine.py", ".content_box_y()"),
    "weasyprint.formatting_structure.boxes.Box.descendants": (
        "pages/paper/engine.py",
        ".descendants(placeholders=True)",
    ),
    "weasyprint.formatting_structure.boxes.ReplacedBox": ("pages/paper/engine.py", "boxes.ReplacedBox"),
    "weasyprint.formatting_structure.boxes.TextBox": ("pages/paper/engine.py", "boxes.TextBox"),
    "weasyprint.layout.absolute.AbsolutePlaceholder": ("pages/paper/structure.py", "child._box if"),
    "weasyprint.layout.leader.handle_leader": ("pages/paper/structure.py", "box.is_leader"),
    "weasyprint.pdf.anchors.add_links": ("pages/paper/structure.py", ".link_annotation["),
    "weasyprint.pdf.generate_pdf": ("pages/paper/engine.py", "document.write_pdf(finisher=finish"),
    "weasyprint.pdf.stream.Stream.marked": ("pages/paper/structure.py", 'part == b"BDC"'),
    "weasyprint.pdf.tags._build_box_tree": ("pages/paper/structure.py", 'cell["A"]["Scope"]'),
    "weasyprint.pdf.tags.add_tags": ("pages/paper/structure.py", 'root["ParentTree"]'),
}


class Original(NamedTuple):
    """A template (its name has a slash) or a piece of Python of others, as a row of the list has it."""

    name: str
    package: str
    version: str
    digest: str


def original(name: str) -> Original:
    """The original as it is installed now. Raises LookupError when the package has nothing of that name any more."""
    file, source = source_of(name)
    top = file.relative_to(overridden.PACKAGES).parts[0]
    package = _packages()[top][0].lower()
    return Original(name, package, version(package), hashlib.sha256(source.encode()).hexdigest()[:16])


def source_of(name: str) -> tuple[Path, str]:
    """The file an original stands in, and its text there. Raises LookupError when there is no such thing any more."""
    if "/" in name:
        file = overridden.original_template(name)
        if file is None:
            raise LookupError(name)
        return file, file.read_text()
    owner, _dot, last = name.rpartition(".")
    try:
        thing = overridden.function_of(inspect.getattr_static(pkgutil.resolve_name(owner), last))
    except (ImportError, AttributeError):
        raise LookupError(name) from None
    return Path(inspect.getfile(thing)).resolve(), inspect.getsource(thing)


def touched() -> dict[str, list[str]]:
    """The names of all originals, each with where ours overrides, patches or reaches into them."""
    reached = {name: [file] for name, (file, _words) in REACHED.items()}
    return overridden.templates() | overridden.methods() | reached


def listed() -> dict[str, Original]:
    """The rows of the list, by name."""
    rows = (Original(*line.split()) for line in LIST.read_text().splitlines())
    return {row.name: row for row in rows}


def renew() -> None:
    """Writes the list anew from what is installed."""
    rows = [original(name) for name in sorted(touched())]
    LIST.write_text("".join(" ".join(row) + "\n" for row in rows))


@functools.cache
def _packages():
    return packages_distributions()


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    renew()
