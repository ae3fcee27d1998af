"""Loads the pages of a national layer: new text where nobody changed the old one, else it waits for a person."""

from typing import Any

from wagtail.models import Page

from .fill import fill
from .form import digest, form_of
from .item import Problems
from .keys import give_keys, key_of_page
from .layer_file import LayerFile
from .load_pages import PageLoader
from .model import HowSettled
from .names import CHILDREN, in_order
from .national_text import let_wait, settle, waiting_for
from .part import Part
from .put import may_be_put, put, put_new
from .records import Outcome, Records, Report
from .references import References
from .site_pages import PAGE
from .sources import source_problems
from .tree import PageFile, children_of
from .write import write_yaml


class NationalLoader(PageLoader):
    """A layer's pages. The council's part of each, its place and whether it is live are the council's."""

    def __init__(
        self, layer: LayerFile, pages: dict[str, PageFile], references: References, records: Records, report: Report
    ):
        super().__init__(pages, references, records, report)
        self.layer = layer
        self.councils: set[str] = set()
        self.texts: dict[str, str] = {}

    def _page_of(self, file: PageFile) -> Page | None:
        return self.site.national.get(file.path) or self.site.by_path.get(file.path)

    def _refuse_wrong_layer(self, file: PageFile, page: Page | None) -> None:
        """A page that the council made where the layer has one is the council's: it is never touched."""
        if page is not None and page.layer != self.layer.name:
            self.councils.add(file.path)

    def _check_kind(self, file: PageFile, page: Page, problems: Problems) -> None:
        if file.path not in self.councils:
            super()._check_kind(file, page, problems)

    def _make(self, file: PageFile) -> Page:
        page = super()._make(file)
        page.layer = self.layer.name
        page.translation_key = key_of_page(self.layer.name, file.path)
        type(page).objects.filter(pk=page.pk).update(layer=page.layer, translation_key=page.translation_key)
        return page

    def _report_unmatched(self, pages: dict[str, Page]) -> None:
        keys = {f"{PAGE}{path}" for path in self.pages}
        self.report.not_in_pack += [key.removeprefix(PAGE) for key in self.records.no_longer_there(f"{PAGE}/", keys)]

    def _layer_of(self, file: PageFile) -> dict[str, str]:
        return {"layer": self.layer.name}

    def _fill(self, page: Page, file: PageFile, problems: Problems, keep: bool = False) -> None:
        before = len(problems)
        fill(page, file.item, self.references, problems, keep=keep, part=Part.NATIONAL)
        if len(problems) == before:
            source_problems(page, file.item, problems)

    def _wanted(self, file: PageFile, page: Page) -> dict[str, Any]:
        below = [parent.slug for parent in map(self.pages.get, children_of(self.pages, file.path)) if parent]
        form = form_of(page, self.references, part=Part.NATIONAL) | ({CHILDREN: below} if below else {})
        self.texts[file.path] = write_yaml(in_order(form))
        return form_of(page, self.references, sparse=True, part=Part.NATIONAL)

    def _publish(self, file: PageFile) -> None:
        if file.path in self.councils:
            self.report.add(f"{file.path} (the council’s own page)", Outcome.LEFT)
            return
        page, wanted, key = self.there[file.path], self.wanted[file.path], f"{PAGE}{file.path}"
        outcome = Outcome.MADE if file.path in self.new else self._outcome(key, page, wanted)
        if outcome is Outcome.MADE:
            self.changed.append(put_new(page, lambda obj: self._write_national(obj, file), self.records.all_wait))
        elif outcome is Outcome.UPDATED:
            self.changed.append(put(page, lambda obj: self._write_national(obj, file)))
        self.report.add(file.path, outcome)
        if outcome in (Outcome.MADE, Outcome.UPDATED, Outcome.UNCHANGED):
            settle(page, HowSettled.SAME if outcome is Outcome.UNCHANGED else HowSettled.NEWER)
            self.records.remember(key, page.pk, wanted)
        elif outcome is Outcome.WAITS and self.records.offered(key) != digest(wanted):
            self._let_wait(file, page)
        if outcome is Outcome.MADE and self.records.all_wait:
            self._let_wait(file, page)
        self.records.remember_offered(key, page.pk, wanted, self.texts[file.path])

    def _outcome(self, key: str, page: Page, wanted: dict[str, Any]) -> Outcome:
        latest = page.get_latest_revision_as_object()
        now = form_of(latest, self.references, sparse=True, part=Part.NATIONAL)
        if now == wanted:
            return Outcome.UNCHANGED
        if self.records.overwrite:
            return Outcome.UPDATED
        if self.records.offered(key) == digest(wanted):
            return Outcome.WAITS if waiting_for(page) else Outcome.LEFT
        is_untouched = not latest.taken_over and self.records.outcome(key, now, wanted) is Outcome.UPDATED
        return Outcome.UPDATED if is_untouched and may_be_put(page) else Outcome.WAITS

    def _write_national(self, page: Page, file: PageFile) -> None:
        self._fill(page, file, Problems(), keep=True)
        give_keys(page, self.references)
        page.taken_over = ""

    def _let_wait(self, file: PageFile, page: Page) -> None:
        latest = page.get_latest_revision_as_object()
        self._write_national(latest, file)
        let_wait(latest, self.layer.version)
