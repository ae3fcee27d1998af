"""Loads a folder of an offer, a council's or a national layer's: all of it or nothing."""

import datetime
from collections.abc import Callable
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from wagtail.models import Site

from pages.council.model import CouncilSettings
from pages.paper.remake import one_printing

from .errors import PackError, Problem
from .item import Problems
from .layer_file import LAYER, LayerFile, written_version
from .load_about_pages import load_about_pages
from .load_here import load_here
from .load_national import NationalLoader
from .load_pages import PageLoader
from .load_registers import load_object, load_register
from .model import Layer
from .offer import SUFFIX, Offer, read_offer
from .records import Records, Report
from .references import References

type Say = Callable[[str], None]


def load_offer(folder: Path, overwrite: bool = False, say: Say = lambda line: None) -> Report:
    """Makes the site say what the folder says. Raises PackError, and has changed nothing, if anything is wrong."""
    say(f"Reading {folder} …")
    offer = read_offer(folder)
    try:
        with one_printing(), transaction.atomic():
            if offer.layer:
                return _load_layer(offer, offer.layer, overwrite, say)
            return _load_council(offer, overwrite, say)
    except (ValidationError, DatabaseError) as error:
        raise PackError([Problem(str(folder), 0, "", f"the database refused it: {error}")]) from error
    finally:
        # The addresses of pages are remembered outside the database: what was rolled back must not be.
        Site.clear_site_root_paths_cache()


def _load_council(offer: Offer, overwrite: bool, say: Say) -> Report:
    records, report, references = Records(overwrite), Report(), References()
    _load_registers(offer, references, records, report, say)
    loader = PageLoader(offer.pages, references, records, report)
    home = loader.load(say)
    load_here(offer.here, loader.site, references, records, report)
    load_about_pages(offer.about_pages, references, records, report)
    site = Site.objects.get(root_page=home, is_default_site=True)
    problems = Problems()
    for model, item in offer.settings.items():
        entry = model.objects.filter(site=site).first()
        load_object("settings", entry, model(site=site), item, references, records, report, problems)
    problems.stop_if_any()
    return report


def _load_layer(offer: Offer, layer: LayerFile, overwrite: bool, say: Say) -> Report:
    if not overwrite:
        _refuse_an_older_layer(layer)
    records, report, references = Records(overwrite, layer.name), Report(layer.name), References()
    records.all_wait = _all_wait(layer)
    _load_registers(offer, references, records, report, say)
    NationalLoader(layer, offer.pages, references, records, report).load(say)
    Layer.objects.update_or_create(name=layer.name, defaults={"title": layer.title, "version": layer.version})
    return report


def _refuse_an_older_layer(layer: LayerFile) -> None:
    """Its corrections would be undone on every page that nobody changed. Only versions that are days can be told."""
    there = Layer.objects.filter(name=layer.name).first()
    before, now = (written_version(version) for version in (there.version if there else "", layer.version))
    if isinstance(before, datetime.date) and isinstance(now, datetime.date) and now < before:
        words = f"is older than {before}, which is on the site: with --overwrite it is loaded all the same"
        raise PackError([Problem(f"{LAYER}{SUFFIX}", 0, "version", words)])


def _all_wait(layer: LayerFile) -> bool:
    """True where the council wants so; the first time there is nothing to compare, and all of it is loaded."""
    is_known = Layer.objects.filter(name=layer.name).exists()
    return is_known and CouncilSettings.objects.filter(national_text_waits=True).exists()


def _load_registers(offer: Offer, references: References, records: Records, report: Report, say: Say) -> None:
    say("Loading contacts, policies and words …")
    for model, items in offer.registers.items():
        load_register(model, items, references, records, report)
    references.add_registers()
