"""Asks before an officer changes the national text of a page: once, for then the page is the council's whole."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Site

from pages.core.page_form import BasePageForm
from pages.offer_files import shape
from pages.offer_files.form import form_of
from pages.offer_files.national_text import version_of
from pages.offer_files.part import Part
from pages.offer_files.site_pages import references_of_site

ASK = _(
    "You have changed the national text, which is the same in every council. What is true only in your area belongs "
    "in the tab “What holds here”. If the national text itself must be another here, tick this box and save again."
)


def ask_before_taking_over(form: BasePageForm) -> None:
    """Adds an error until the officer has said that it is meant."""
    page = form.instance
    if not page.pk or not page.is_national or form.errors or not changes_national_text(form):
        return
    if form.cleaned_data.get("takes_over"):
        page.taken_over = version_of(page.layer)
        page.kept_by = page.kept_by or page.here_kept_by
        form.clean_for_readers()
    else:
        form.add_error("takes_over", ASK)


def changes_national_text(form: BasePageForm) -> bool:
    """Compares what files would say, for the editor writes the same text with other marks."""
    page = form.instance
    kind: type[models.Model] = type(page)
    rows = [formset for name, formset in form.formsets.items() if name in shape.relations(kind, Part.NATIONAL)]
    if any(formset.has_changed() for formset in rows):
        return True
    before = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    references = references_of_site(Site.objects.get(is_default_site=True).root_page)
    now, then = (form_of(version, references, part=Part.NATIONAL) for version in (page, before))
    return now != then
