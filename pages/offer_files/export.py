"""Writes the pages that readers can see, or never saw yet, as files again: a council's folder, or a layer's."""

from pathlib import Path
from typing import Any

from wagtail.models import Page, Site

from pages.consultation.model import Consultation
from pages.duties.standing import Standing

from .calendars import form_of_calendar
from .errors import PackError, Problem
from .example_answers import ANSWERS, form_of_answers
from .folder import refuse_other_folders, write_folder
from .form import digest, form_of
from .layer_file import LAYER, written_version
from .model import Layer, PackRecord
from .names import (
    AFTER,
    CHILDREN,
    FIRST,
    LIVE,
    MAY_BE_MISSING,
    REGISTERS,
    SETTINGS,
    TAKEN_OVER,
    Entry,
    in_order,
)
from .national_text import version_of
from .offer import INDEX, SUFFIX, here_file, page_file
from .order import places_of
from .part import Part
from .references import References
from .site_pages import PAGE, SitePages
from .tree import parent_of
from .write import write_yaml


class Export:
    """The pages by the path that files call them by, and what was loaded from the layers.

    They are those that everybody can read, and the drafts that readers never saw.
    """

    def __init__(self, site: Site):
        self.site, self.home = site, site.root_page
        self.references = References()
        self.references.add_registers()
        self.records = {(record.layer, record.key): record for record in PackRecord.objects.exclude(layer="")}
        self.national = {page.pk: path for path, page in SitePages(self.home).national.items()}
        self.pages: dict[str, Page] = {}
        self.left_out: list[Page] = []
        self._find_pages()
        for path, page in self.pages.items():
            self.references.add_page(path, page)

    def _find_pages(self) -> None:
        """In tree order; a page that only some can read, or that was taken offline, is left out with what is below."""
        public = set(Page.objects.live().public().values_list("pk", flat=True))
        drafts = set(Page.objects.not_live().public().filter(first_published_at=None).values_list("pk", flat=True))
        paths: dict[str, str] = {}
        for page in self.home.get_descendants(inclusive=True).order_by("path").specific():
            parent = paths.get(page.path[: -page.steplen])
            if page.pk in public | drafts and (parent or page.pk == self.home.pk):
                path = self.national.get(page.pk) or (f"{parent}{page.slug}/" if parent else "/")
                paths[page.path] = path
                self.pages[path] = page.get_latest_revision_as_object() if page.pk in drafts else page
            else:
                self.left_out.append(page)

    def council(self) -> dict[str, str]:
        """The files of the council's folder: what is no layer's, what it has taken over, and what holds here."""
        files = {}
        for name, model in REGISTERS.items():
            entries = [entry for entry in model.objects.order_by("slug") if not self._is_as_in_a_layer(name, entry)]
            if entries or not (self.national or name in MAY_BE_MISSING):
                files[f"{name}{SUFFIX}"] = write_yaml([form_of(entry, self.references) for entry in entries])
        for name, model in SETTINGS.items():
            settings = model.objects.filter(site=self.site).first() or model(site=self.site)
            files[f"{name}{SUFFIX}"] = write_yaml(form_of(settings, self.references))
        about_pages = {"standings": self._standings(), "consultations": self._consultations()}
        files |= {f"{name}{SUFFIX}": write_yaml(said) for name, said in about_pages.items() if said}
        for path, page in self.pages.items():
            if self._is_national(page):
                if here := form_of(page, self.references, part=Part.HERE):
                    files[here_file(path, type(page))] = write_yaml(here)
            else:
                self._add_page(files, path, page, form_of(page, self.references) | self._place(path, page))
        return files

    def layer(self, layer: Layer) -> dict[str, str]:
        """The files of a layer: its text also of pages that the council has taken over."""
        about = {"name": layer.name, "title": layer.title, "version": written_version(layer.version)}
        files = {f"{LAYER}{SUFFIX}": write_yaml(about)}
        for name, model in REGISTERS.items():
            slugs = {
                key.partition("/")[2] for of, key in self.records if of == layer.name and key.startswith(f"{name}/")
            }
            if entries := model.objects.filter(slug__in=slugs).order_by("slug"):
                files[f"{name}{SUFFIX}"] = write_yaml([form_of(entry, self.references) for entry in entries])
        for path, page in self.pages.items():
            if page.layer != layer.name:
                continue
            record = self.records[layer.name, f"{PAGE}{path}"]
            if record.offered == self._digest(page):
                form = form_of(page, self.references, part=Part.NATIONAL)
                self._add_page(files, path, page, form | self._children(path, layer.name))
            else:
                files[page_file(path, type(page))] = record.text
        return files

    def _standings(self) -> list[dict[str, Any]]:
        """What the council says of the checklists. A proof whose page is not in the files keeps the page's title."""
        standings = list(Standing.objects.prefetch_related("proofs__page"))
        for standing in standings:
            for proof in standing.proofs.all():
                if proof.page and not self.references.name(Page, proof.page.pk):
                    proof.was = proof.page.title
        return [form_of(standing, self.references) for standing in standings]

    def _consultations(self) -> list[dict[str, Any]]:
        """Every consultation, with answers only if they are made up."""
        rows = Consultation.objects.order_by("opens", "slug")
        answers = {row.pk: form_of_answers(row) for row in rows}
        return [form_of(row, self.references) | ({ANSWERS: answers[row.pk]} if answers[row.pk] else {}) for row in rows]

    def _add_page(self, files: dict[str, str], path: str, page: Page, data: dict[str, Any]) -> None:
        name = page_file(path, type(page))
        if name in files or (page.slug == INDEX and path != "/"):
            raise PackError([Problem(path, 0, "", f"a page can’t have the slug “{INDEX}” in a file: give it another")])
        files[name] = write_yaml(in_order(data))

    def _place(self, path: str, page: Page) -> dict[str, Any]:
        """What a council's page says of the tree: its children; or the layer it left; or its place in one."""
        if page.layer:
            version = written_version(page.taken_over or version_of(page.layer))
            return {"kept_by": page.keeper, TAKEN_OVER: {"layer": page.layer, "version": version}}
        draft = {} if page.live else {LIVE: False}
        return form_of_calendar(page) | self._children(path) | self._among_national_pages(path) | draft

    def _children(self, path: str, layer: str = "") -> dict[str, Any]:
        below = self._below(path)
        slugs = [slug for slug, page in below.items() if not layer or page.layer == layer]
        return {CHILDREN: slugs} if slugs else {}

    def _among_national_pages(self, path: str) -> dict[str, Any]:
        above = self.pages.get(parent_of(path))
        if above is None or not above.layer:
            return {}
        below = self._below(parent_of(path))
        place = places_of(list(below), {slug for slug, page in below.items() if not page.layer})[_slug(path)]
        return {AFTER: place.after} if place.after else {FIRST: True} if place.is_first else {}

    def _below(self, path: str) -> dict[str, Page]:
        return {_slug(other): page for other, page in self.pages.items() if parent_of(other) == path and other != "/"}

    def _is_national(self, page: Page) -> bool:
        """True while its words are still the layer's, whatever the page itself says."""
        if not page.is_national:
            return False
        record = self.records.get((page.layer, f"{PAGE}{self.national.get(page.pk, '')}"))
        return record is not None and record.digest == self._digest(page)

    def _digest(self, page: Page) -> str:
        return digest(form_of(page, self.references, sparse=True, part=Part.NATIONAL))

    def _is_as_in_a_layer(self, register: str, entry: Entry) -> bool:
        digests = {record.digest for (_of, key), record in self.records.items() if key == f"{register}/{entry.slug}"}
        return bool(digests) and digest(form_of(entry, self.references, sparse=True)) in digests


def export_offer(folder: Path, layer: str = "") -> list[str]:
    """Writes the files of the council, or of a layer; gives the paths of pages that not everybody can read."""
    refuse_other_folders(folder)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or site.root_page.specific_class is Page:
        raise PackError([Problem(str(folder), 0, "", "there is no offer to export: the site has no home page yet")])
    export = Export(site)
    if layer:
        write_folder(folder, export.layer(_layer(layer)))
    else:
        write_folder(folder, export.council())
    return [page.url_path for page in export.left_out if not layer or page.layer == layer]


def _layer(name: str) -> Layer:
    layer = Layer.objects.filter(name=name).first()
    if layer is None:
        known = ", ".join(Layer.objects.values_list("name", flat=True)) or "none"
        raise PackError([Problem(name, 0, "", f"no such layer was loaded here; loaded are: {known}")])
    return layer


def _slug(path: str) -> str:
    return path.rstrip("/").rpartition("/")[2]
