"""Loads a whole offer: all of it or nothing."""

from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from wagtail.models import Site

from pages.paper.remake import one_printing

from .errors import PackError, Problem
from .item import Problems
from .load_pages import PageLoader
from .load_registers import load_object, load_register
from .offer import Offer, read_offer
from .records import Records, Report
from .references import References


def load_offer(folder: Path, overwrite: bool = False, say: Callable[[str], None] = lambda line: None) -> Report:
    """Makes the site say what the folder says. Raises PackError, and has changed nothing, if anything is wrong."""
    say(f"Reading {folder} …")
    offer = read_offer(folder)
    try:
        with one_printing(), transaction.atomic():
            return _load(offer, overwrite, say)
    except (ValidationError, DatabaseError) as error:
        raise PackError([Problem(str(folder), 0, "", f"the database refused it: {error}")]) from error
    finally:
        # The addresses of pages are remembered outside the database: what was rolled back must not be.
        Site.clear_site_root_paths_cache()


def _load(offer: Offer, overwrite: bool, say: Callable[[str], None]) -> Report:
    say("Loading contacts, policies and words …")
    records, report, references = Records(overwrite), Report(), References()
    for model, items in offer.registers.items():
        load_register(model, items, references, records, report)
    home = PageLoader(offer.pages, references, records, report).load(say)
    site = Site.objects.get(root_page=home, is_default_site=True)
    problems = Problems()
    for model, item in offer.settings.items():
        entry = model.objects.filter(site=site).first()
        load_object("settings", entry, model(site=site), item, references, records, report, problems)
    problems.stop_if_any()
    return report
