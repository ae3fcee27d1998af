"""Officers at work in the CMS, through the forms as the CMS draws them."""

import re

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.http import QueryDict
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html, rich_text

from pages.publishing.before_publishing_form import stamp_of
from pages.site.set_up_roles import ensure_roles


def make_officer(role, name="", **fields):
    """Somebody with this role's permissions and no others."""
    if not Group.objects.filter(name=role).exists():
        ensure_roles()
    name = name or role.lower().replace(" ", "-")
    values = {"email": f"{name}@example.gov.uk", "first_name": role, "last_name": "Person"}
    user = get_user_model().objects.create_user(name, password="only-for-tests", **values | fields)
    user.groups.add(Group.objects.get(name=role))
    return user


def editor_of(page) -> str:
    return f"/cms/pages/{page.pk}/edit/"


def form_of_editor(client, page) -> QueryDict:
    """The inputs of the page's editor as they stand when it is opened."""
    return querydict_from_html(client.get(editor_of(page)).content.decode(), form_id="page-edit-form")


def send_page(client, page, action="", **fields):
    """Opens the page's editor, changes what is given, and presses a button; without one, it saves a draft.

    `fields` are names and values of the form's inputs. A text of blocks is drawn by script: say `body-count` for one.
    """
    data = form_of_editor(client, page)
    data.update(
        {f"{name}-count": "0" for name in ("body", "needs_met", "lines")}
        | fields
        | ({action: action} if action else {})
    )
    return client.post(editor_of(page), data)


def rows(relation, *values) -> dict:
    """The inputs of the rows of one list in the editor, for `send_page`."""
    data = {f"{relation}-TOTAL_FORMS": str(len(values))}
    for number, row in enumerate(values):
        named = row | {"ORDER": str(number + 1)}
        data |= {f"{relation}-{number}-{name}": value for name, value in named.items()}
    return data


def text_body(words) -> dict:
    """The inputs of a body of one paragraph, for `send_page`."""
    block = {"id": "", "deleted": "", "order": "0", "type": "text", "value-text": rich_text(f"<p>{words}</p>")}
    return {"body-count": "1"} | {f"body-0-{name}": value for name, value in block.items()}


def decide(client, url, said=(), seen_by=None, **options):
    """Opens a screen and decides there, with the mark of what it shows; `seen_by` opens it where the client may not."""
    seen = re.search(r'name="seen" value="(\w*)"', (seen_by or client).get(url).content.decode())
    return client.post(url, {"seen": seen[1] if seen else ""} | dict(said), **options)


def screen_before_publishing(page) -> str:
    return f"/cms/pages/{page.pk}/before-publishing/"


def draft_of(page):
    """The last revision that anybody saved."""
    return Page.objects.get(pk=page.pk).get_latest_revision()


def confirm(client, page, **fields):
    """Says on the screen before publishing that it is a small correction, and what else is given."""
    return client.post(screen_before_publishing(page), {"revision": stamp_of(draft_of(page)), "kind": "small"} | fields)
