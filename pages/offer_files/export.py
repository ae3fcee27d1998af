"""Writes the offer that readers can see as a pack."""

from pathlib import Path

from wagtail.models import Page, Site

from .errors import PackError, Problem
from .folder import refuse_other_folders, write_folder
from .form import form_of
from .names import CHILDREN, MAY_BE_MISSING, REGISTERS, SETTINGS, Entry, in_order
from .offer import INDEX, SUFFIX, page_file
from .references import References
from .write import write_yaml


def export_offer(folder: Path) -> list[str]:
    """Writes the files; gives the paths of pages left out because not everybody can read them."""
    refuse_other_folders(folder)
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or site.root_page.specific_class is Page:
        raise PackError([Problem(str(folder), 0, "", "there is no offer to export: the site has no home page yet")])
    references = References()
    files = {
        f"{name}{SUFFIX}": _register(model, references)
        for name, model in REGISTERS.items()
        if name not in MAY_BE_MISSING or model.objects.exists()
    }
    pages, left_out = _pages(site.root_page)
    for path, page in pages.items():
        references.add_page(path, page)
    for name, model in SETTINGS.items():
        settings = model.objects.filter(site=site).first() or model(site=site)
        files[f"{name}{SUFFIX}"] = write_yaml(form_of(settings, references))
    files |= _page_files(pages, references)
    write_folder(folder, files)
    return left_out


def _register(model: type[Entry], references: References) -> str:
    entries = model.objects.order_by("slug")
    for entry in entries:
        references.add(model, entry.slug, entry.pk)
    return write_yaml([form_of(entry, references) for entry in entries])


def _pages(home: Page) -> tuple[dict[str, Page], list[str]]:
    """Pages by path in tree order, and the paths of those that are left out, alone or with their parent."""
    public = set(Page.objects.live().public().values_list("pk", flat=True))
    pages: dict[str, Page] = {}
    left_out: list[str] = []
    paths: dict[str, str] = {}
    for page in home.get_descendants(inclusive=True).order_by("path").specific():
        parent = paths.get(page.path[: -page.steplen])
        if page.pk in public and (parent or page.pk == home.pk):
            path = paths[page.path] = f"{parent}{page.slug}/" if parent else "/"
            pages[path] = page
        else:
            left_out.append(page.url_path)
    return pages, left_out


def _page_files(pages: dict[str, Page], references: References) -> dict[str, str]:
    files = {}
    for path, page in pages.items():
        data = form_of(page, references)
        below = [other.slug for other in pages.values() if other.path[: -other.steplen] == page.path]
        if below:
            data = in_order(data | {CHILDREN: below})
        name = page_file(path, type(page))
        if name in files or (page.slug == INDEX and path != "/"):
            raise PackError([Problem(path, 0, "", f"a page can’t have the slug “{INDEX}” in a pack: give it another")])
        files[name] = write_yaml(data)
    return files
