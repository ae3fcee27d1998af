"""Loads a council's whole pages: finds or makes each, checks all, then publishes those that differ."""

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.models import Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from .calendars import Calendars, name_page, read_calendars
from .errors import Problem
from .fill import fill
from .fill_fields import report_fields
from .form import digest, form_of
from .item import Problems, WrongError
from .layer_file import LayerFile
from .names import TAKEN_OVER
from .national_text import let_wait, record_of, version_of
from .order import arrange, arrange_among
from .part import Part
from .records import Outcome, Records, Report
from .references import References
from .site import empty_page, find_home, make_home
from .site_pages import PAGE, SitePages
from .tree import PageFile, children_of, in_tree_order, is_listed, layer_left, tree_problems


class PageLoader:
    """The pages of a council's folder: a whole tree, or its own pages among those of a national layer."""

    def __init__(self, pages: dict[str, PageFile], references: References, records: Records, report: Report):
        self.pages, self.references, self.records, self.report = pages, references, records, report
        self.files = list(in_tree_order(pages))
        self.site = SitePages(self._find_home())
        self.there: dict[str, Page] = {}
        self.new: set[str] = set()
        self.left: dict[str, LayerFile] = {}
        self.calendars: Calendars = {}
        self.changed: list[Page] = []
        self.wanted: dict[str, dict[str, Any]] = {}

    def load(self, say: Callable[[str], None]) -> Page:
        """The home page, when every page of the files is there."""
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
        self._arrange()
        return self.there.get("/") or self.site.national["/"]

    def _find_home(self) -> Page | None:
        file = self.pages.get("/")
        return find_home(file.model, file.item.file) if file else find_home(None, "")

    def _find(self) -> None:
        """Finds the page of each file by its path, or by its record if it was moved; makes an empty one otherwise."""
        problems = Problems()
        if not self._is_whole():
            tree_problems(self.pages, problems, self.site.kinds())
            problems.stop_if_any()
        self.calendars = read_calendars(self.pages, problems)
        problems.stop_if_any()
        for file in self.files:
            self._find_one(file, problems)
        problems.stop_if_any()
        matched = {page.pk for page in self.there.values()}
        unmatched = self.site.name_all(self.references, but=matched)
        self._report_unmatched(unmatched)
        for path, page in self.there.items():
            self.references.add_page(path, page)

    def _find_one(self, file: PageFile, problems: Problems) -> None:
        page = self._page_of(file)
        try:
            self._refuse_wrong_layer(file, page)
        except WrongError as wrong:
            problems.add_wrong(file.item, TAKEN_OVER if file.taken_over else "", wrong)
            return
        if page is None:
            page = self._make(file)
            self.new.add(file.path)
        else:
            self._check_kind(file, page, problems)
        name_page(page, file, self.calendars.get(file.path), file.path in self.new, problems)
        self.there[file.path] = page

    def _check_kind(self, file: PageFile, page: Page, problems: Problems) -> None:
        if page.specific_class is not file.model:
            message = f"on the site this page is a {page.specific_class._meta.verbose_name}: delete it there first"
            problems.append(Problem(file.item.file, file.item.of(dict)["kind"].line, "kind", message))

    def _page_of(self, file: PageFile) -> Page | None:
        if file.taken_over:
            return self.site.national.get(file.path)
        by_record = self.site.by_key.get(self.records.object_key(_key(file)))
        return self.site.by_path.get(file.path) or by_record or self._moved_in_the_files(file)

    def _moved_in_the_files(self, file: PageFile) -> Page | None:
        """The page of a group whose file stood elsewhere when it was last loaded."""
        key = self.calendars.get(file.path)
        for path, page in self.site.by_path.items() if key else ():
            if page.translation_key == key and path not in self.pages:
                self.records.move(_key(file), page.pk, f"{PAGE}/")
                return page
        return None

    def _refuse_wrong_layer(self, file: PageFile, page: Page | None) -> None:
        """A national page is the council's only when its file says that it was taken over, and from where."""
        if file.taken_over:
            self.left[file.path] = left = layer_left(file.taken_over)
            if page is None or page.layer != left.name:
                raise WrongError(f"the layer {left.name} has no such page here: load it first", file.taken_over)
        elif page is not None and page.layer:
            raise WrongError(
                f"this is a page of the national layer {page.layer}: what holds here has its own file in here/, "
                "or the whole page says that it is taken over"
            )

    def _is_whole(self) -> bool:
        return "/" in self.pages and self.pages["/"].taken_over is None

    def _report_unmatched(self, pages: dict[str, Page]) -> None:
        self.report.not_in_pack += [path for path, page in pages.items() if not page.layer]

    def _make(self, file: PageFile) -> Page:
        title = file.item.of(dict).get("title")
        title = str(title.value)[:255] if title else file.slug
        if file.path == "/":
            return make_home(file.model, title)
        return self._parent(file).add_child(instance=empty_page(file.model, title or file.slug, file.slug))

    def _parent(self, file: PageFile) -> Page:
        return self.there.get(file.parent) or self.site.national[file.parent]

    def _check(self) -> None:
        """Fills an unsaved page for each file, so that all that is wrong is known before any is published."""
        problems = Problems()
        home = self.there.get("/") or self.site.national["/"]
        titles: dict[str, str] = {}
        for file in self.files:
            before = len(problems)
            page = file.model(slug=file.slug or home.slug, locale_id=home.locale_id, **self._layer_of(file))
            self._fill(page, file, problems)
            if len(problems) == before:
                try:
                    page.clean()
                    if not file.is_draft:
                        page.clean_for_readers()
                except ValidationError as error:
                    report_fields(error, file.item, file.item.of(dict), problems)
                if (first := titles.setdefault(page.title.casefold(), file.path)) != file.path:
                    problems.add(file.item.of(dict)["title"], "title", f"{first} has this title already")
                self.wanted[file.path] = self._wanted(file, page)
        problems.stop_if_any()

    def _layer_of(self, file: PageFile) -> dict[str, str]:
        left = self.left.get(file.path)
        return {"layer": left.name, "taken_over": left.version} if left else {}

    def _fill(self, page: Page, file: PageFile, problems: Problems, keep: bool = False) -> None:
        fill(page, file.item, self.references, problems, keep=keep)

    def _wanted(self, file: PageFile, page: Page) -> dict[str, Any]:
        form = form_of(page, self.references, sparse=True)
        wanted = {"parent": file.parent, "slug": page.slug, "live": not file.is_draft, "page": form}
        return wanted | ({TAKEN_OVER: page.taken_over} if page.taken_over else {})

    def _publish(self, file: PageFile) -> None:
        page, wanted, key = self.there[file.path], self.wanted[file.path], _key(file)
        if file.path in self.new:
            outcome, latest = Outcome.MADE, page
        else:
            latest = page.get_latest_revision_as_object()
            outcome = self.records.outcome(key, self._now(file, page, latest), wanted)
            if outcome is Outcome.LEFT and self._takes_over_now(file, latest):
                outcome = Outcome.UPDATED
        self.report.add(file.path, outcome)
        if outcome is Outcome.LEFT:
            return
        if outcome is not Outcome.UNCHANGED:
            if outcome is Outcome.UPDATED:
                latest = self._in_place(file, page, latest)
            self._write(file, page, latest, keep=outcome is Outcome.UPDATED)
        self.records.remember(key, page.pk, wanted)

    def _write(self, file: PageFile, page: Page, latest: Page, keep: bool) -> None:
        if file.path in self.left and latest.is_national:
            self._keep_newer_national_text(file, latest)
        self._fill(latest, file, Problems(), keep=keep)
        latest.slug = self.wanted[file.path]["slug"]
        for name, value in self._layer_of(file).items():
            setattr(latest, name, value)
        # A version of the words does not bring its last check along: here the file has said it.
        file.model.objects.filter(pk=page.pk).update(**{name: getattr(latest, name) for name in latest.CHECK})
        revision = latest.save_revision(log_action=keep)
        if not file.is_draft:
            revision.publish()
        elif page.live:
            latest.unpublish()
        self.changed.append(latest)

    def _takes_over_now(self, file: PageFile, latest: Page) -> bool:
        """True when the page still has the words of its layer, and nothing of the council's: nobody's work is lost."""
        if file.path not in self.left or not latest.is_national or latest.has_local_part():
            return False
        now = form_of(latest, self.references, sparse=True, part=Part.NATIONAL)
        record = record_of(latest)
        return record is not None and record.digest == digest(now)

    def _keep_newer_national_text(self, file: PageFile, latest: Page) -> None:
        """The council left another version of the layer than the site has now: somebody must compare them."""
        version = version_of(latest.layer)
        if version != self.left[file.path].version:
            let_wait(latest, version)

    def _now(self, file: PageFile, page: Page, latest: Page) -> dict[str, Any]:
        parent = self.references.paths.get(page.get_parent().pk, "") if file.parent else ""
        form = form_of(latest, self.references, sparse=True)
        now = {"parent": parent, "slug": latest.slug, "live": page.live, "page": form}
        return now | ({TAKEN_OVER: latest.taken_over} if latest.taken_over else {})

    def _in_place(self, file: PageFile, page: Page, latest: Page) -> Page:
        """The page to be filled; where an editor moved it, it is moved back first."""
        if not file.parent or file.path in self.left:
            return latest
        parent = self._parent(file)
        if page.get_parent().pk == parent.pk:
            return latest
        page.move(Page.objects.get(pk=parent.pk), pos="last-child")
        return Page.objects.get(pk=page.pk).get_latest_revision_as_object()

    def _arrange(self) -> None:
        for file in self.files:
            wanted = [self.there[path].pk for path in children_of(self.pages, file.path)]
            if wanted and not arrange(self.there[file.path].pk, wanted, self.records, _key(file)):
                self.report.add(f"{file.path} (the order of its pages)", Outcome.LEFT)
        self._arrange_among_national_pages()

    def _arrange_among_national_pages(self) -> None:
        among = [file for file in self.files if not is_listed(self.pages, file) and file.path not in self.left]
        for parent in dict.fromkeys(file.parent for file in among if file.parent):
            own = [file for file in among if file.parent == parent]
            if not arrange_among(parent, own, self.site.national, self.there, self.records):
                self.report.add(f"{parent} (the order of its pages)", Outcome.LEFT)


def _key(file: PageFile) -> str:
    return f"{PAGE}{file.path}"
