"""Loads the tree of pages: finds or makes each, checks all, then publishes those that differ."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from .errors import Problem
from .fill import fill
from .fill_fields import report_fields
from .form import form_of
from .item import Problems
from .order import arrange
from .records import Outcome, Records, Report
from .references import References
from .site import empty_page, find_home, make_home
from .tree import PageFile, children_of, in_tree_order


class PageLoader:
    def __init__(self, pages: dict[str, PageFile], references: References, records: Records, report: Report):
        self.pages, self.references, self.records, self.report = pages, references, records, report
        self.files = list(in_tree_order(pages))
        self.there: dict[str, Page] = {}
        self.new: set[str] = set()
        self.changed: list[Page] = []
        self.wanted: dict[str, dict[str, Any]] = {}

    def load(self, say: Callable[[str], None]) -> Page:
        """The home page, when every page of the pack is there."""
        with disable_reference_index_auto_update():
            # Every row saved would index its page again; once, when the page is done, says the same.
            say(f"Checking {len(self.files)} pages …")
            self._find()
            self._check()
            say("Publishing what differs …")
            for file in self.files:
                self._publish(file)
        for page in self.changed:
            ReferenceIndex.create_or_update_for_object(page)
        for file in self.files:
            self._arrange(file)
        return self.there["/"]

    def _find(self) -> None:
        """Finds the page of each file by its path, or by its record if it was moved; makes an empty one otherwise."""
        home = find_home(self.pages["/"].model, self.pages["/"].item.file)
        before = {} if home is None else self._by_path(home)
        by_key = {page.pk: page for page in before.values()}
        problems = Problems()
        for file in self.files:
            page = before.get(file.path) or by_key.get(self.records.object_key(_key(file)))
            if page is None:
                page = self._make(file)
                self.new.add(file.path)
            elif page.specific_class is not file.model:
                message = f"on the site this page is a {page.specific_class._meta.verbose_name}: delete it there first"
                problems.append(Problem(file.item.file, file.item.of(dict)["kind"].line, "kind", message))
            self.there[file.path] = page
        problems.stop_if_any()
        matched = {page.pk for page in self.there.values()}
        for path, page in before.items():
            if page.pk not in matched:
                self.references.add_page(path, page)
                self.report.not_in_pack.append(path)
        for path, page in self.there.items():
            self.references.add_page(path, page)

    def _by_path(self, home: Page) -> dict[str, Page]:
        pages = Page.objects.descendant_of(home, inclusive=True).order_by("path")
        return {f"/{page.url_path.removeprefix(home.url_path)}": page for page in pages}

    def _make(self, file: PageFile) -> Page:
        title = file.item.of(dict).get("title")
        title = str(title.value)[:255] if title else file.slug
        if file.path == "/":
            return make_home(file.model, title)
        return self.there[file.parent].add_child(instance=empty_page(file.model, title or file.slug, file.slug))

    def _check(self) -> None:
        """Fills an unsaved page for each file, so that all that is wrong is known before any is published."""
        problems = Problems()
        for file in self.files:
            before = len(problems)
            page = file.model(slug=file.slug or self.there["/"].slug, locale_id=self.there["/"].locale_id)
            fill(page, file.item, self.references, problems)
            if len(problems) == before:
                try:
                    page.clean()
                    page.clean_for_readers()
                except ValidationError as error:
                    report_fields(error, file.item, file.item.of(dict), problems)
                form = form_of(page, self.references, sparse=True)
                self.wanted[file.path] = {"parent": file.parent, "slug": page.slug, "live": True, "page": form}
        problems.stop_if_any()

    def _publish(self, file: PageFile) -> None:
        page, wanted, key = self.there[file.path], self.wanted[file.path], _key(file)
        if file.path in self.new:
            outcome, latest = Outcome.MADE, page
        else:
            latest = page.get_latest_revision_as_object()
            outcome = self.records.outcome(key, self._now(file, page, latest), wanted)
        self.report.add(file.path, outcome)
        if outcome is Outcome.LEFT:
            return
        if outcome is not Outcome.UNCHANGED:
            if outcome is Outcome.UPDATED:
                latest = self._in_place(file, page, latest)
            fill(latest, file.item, self.references, Problems(), keep=outcome is Outcome.UPDATED)
            latest.slug = wanted["slug"]
            # A version of the words does not bring its date of checking along: here the pack has said it.
            file.model.objects.filter(pk=page.pk).update(last_checked=latest.last_checked)
            latest.save_revision(log_action=outcome is Outcome.UPDATED).publish()
            self.changed.append(latest)
        self.records.remember(key, page.pk, wanted)

    def _now(self, file: PageFile, page: Page, latest: Page) -> dict[str, Any]:
        parent = self.references.paths.get(page.get_parent().pk, "") if file.parent else ""
        form = form_of(latest, self.references, sparse=True)
        return {"parent": parent, "slug": latest.slug, "live": page.live, "page": form}

    def _in_place(self, file: PageFile, page: Page, latest: Page) -> Page:
        """The page to be filled; where an editor moved it, it is moved back first."""
        if not file.parent or page.get_parent().pk == self.there[file.parent].pk:
            return latest
        page.move(Page.objects.get(pk=self.there[file.parent].pk), pos="last-child")
        return Page.objects.get(pk=page.pk).get_latest_revision_as_object()

    def _arrange(self, file: PageFile) -> None:
        wanted = [self.there[path].pk for path in children_of(self.pages, file.path)]
        if wanted and not arrange(self.there[file.path].pk, wanted, self.records, _key(file)):
            self.report.add(f"{file.path} (the order of its pages)", Outcome.LEFT)


def _key(file: PageFile) -> str:
    return f"pages{file.path}"
