"""The drafts of a set as page objects, to be drawn by their own templates."""

from wagtail.models import Page

from pages.sign_off.model import DraftState, SignOff, SignOffPage


def entries_of(sign_off: SignOff) -> list[SignOffPage]:
    """The drafts of a set in order, without their texts."""
    entries = list(sign_off.pages.select_related("page").defer("content"))
    for entry in entries:
        entry.sign_off = sign_off
    return entries


def as_page(entry: SignOffPage) -> Page:
    """The page as the signer was sent it, whatever has become of it since."""
    return entry.page.specific.with_content_json(entry.content)


def not_live(sign_off: SignOff) -> list[Page]:
    """The pages of a set that readers see otherwise, or not at all."""
    entries = list(sign_off.pages.exclude(draft_state=DraftState.AS_LIVE))
    pages = {page.pk: page for page in Page.objects.filter(sign_offs__in=entries).specific()}
    return [pages[entry.page_id].with_content_json(entry.content) for entry in entries]
