"""What officers do to several things at once: every screen opens, and pressing its button does it."""

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse
from pytest_django.asserts import assertContains
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import Collection, Page, get_page_models

from pages.content.home import HomePage
from pages.content.short_code import ShortCode
from pages.core.ties import RelatedPage
from pages.council.roles import NAVIGATORS
from pages.search.synonym import Synonym
from tests import factories

OTHER = {"slug": "other", "title": "Other"}


def make_pages(section):
    return [factories.make_guide(section), factories.make_group(section)]


def make_users(section):
    make = get_user_model().objects.create_user
    return [make(name, email=f"{name}@example.gov.uk", first_name=name.title()) for name in ("ann", "bob")]


def two(make, **fields):
    return lambda section: [make(**fields) for _ in range(2)]


MAKE = {
    "page": make_pages,
    "user": make_users,
    "checklist": lambda section: [factories.make_checklist("one"), factories.make_checklist("two")],
    "contact": two(factories.make_contact),
    "glossaryterm": two(factories.make_term),
    "datedfact": two(factories.make_fact),
    "otherlanguage": two(factories.make_language),
    "plainphrase": two(factories.make_phrase),
    "policy": two(factories.make_policy),
    "shortcode": lambda section: [ShortCode.objects.get(page=page) for page in make_pages(section)],
    "synonym": two(Synonym.objects.create, words="nan, gran", means="grandmother"),
    "document": two(factories.make_document),
    "image": two(factories.make_image),
}
# What the form of an action is told, and how each thing shows afterwards that it was done; None: it is gone.
TELL = {
    "move": lambda: {"chooser": Page.objects.get(slug="other").pk},
    "give_owner": lambda: {"owner": get_user_model().objects.get(username="admin").pk},
    "add_tags": lambda: {"tags": "promises"},
    "add_to_collection": lambda: {"collection": Collection.objects.get(name="Papers").pk},
    "assign_role": lambda: {"role": Group.objects.get(name=NAVIGATORS).pk},
    "set_active_state": lambda: {"mark_as_active": "False"},
}
SHOWS = {
    "delete": None,
    "publish": lambda page: page.live,  # one at a time, and what that asks is in test_before_publishing.py
    "unpublish": lambda page: not page.live,
    "move": lambda page: page.get_parent().slug == "other",
    "give_owner": lambda page: page.owner.username == "admin",
    "add_tags": lambda file: list(file.tags.names()) == ["promises"],
    "add_to_collection": lambda file: file.collection.name == "Papers",
    "assign_role": lambda user: user.groups.get().name == NAVIGATORS,
    "set_active_state": lambda user: not user.is_active,
}
KEEP_THEMSELVES = {"shortcode"}  # nobody deletes them


def every_action() -> list[tuple[str, str, str]]:
    """The app, the model and the action, as the CMS knows them."""
    bulk_action_registry._scan_for_bulk_actions()
    known = bulk_action_registry.actions
    return [(app, model, action) for app in known for model in known[app] for action in known[app][model]]


EVERY_ACTION = every_action()
NAMES = ["-".join(action) for action in EVERY_ACTION]
OF_PAGES = [action for _app, model, action in EVERY_ACTION if model == "page"]


def bulk(app, model, action, things):
    query = "&".join(f"id={thing.pk}" for thing in things)
    return f"{reverse('wagtail_bulk_action', args=[app, model, action])}?{query}&next=/cms/"


@pytest.fixture(autouse=True)
def administrator(client, home, admin_user):
    """A superuser, and what some actions choose from."""
    factories.make_section(home, **OTHER)
    Collection.get_first_root_node().add_child(name="Papers")
    client.force_login(admin_user)


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize(("app", "model", "action"), EVERY_ACTION, ids=NAMES)
def test_every_screen_for_several_things_opens_and_does_it(client, section, app, model, action, number):
    things = MAKE[model](section)[:number]
    url = bulk(app, model, action, things)

    screen = client.get(url)
    unsaid = client.post(url) if action in TELL else screen
    done = client.post(url, TELL.get(action, dict)())

    assert [screen.status_code, unsaid.status_code, done.status_code] == [200, 200, 302]
    kept = apps.get_model(app, model).objects.filter(pk__in=[thing.pk for thing in things])
    if SHOWS[action] and model not in KEEP_THEMSELVES:
        assert all(SHOWS[action](thing) for thing in kept)
    assert len(kept) == (number if SHOWS[action] or model in KEEP_THEMSELVES else 0)


def make_every_kind(home, section):
    """A page of each kind, but for the home page."""
    at_home = [factories.make_information, factories.make_have_your_say, factories.make_contacts_page]
    at_home += [
        factories.make_section,
        factories.make_glossary_page,
        factories.make_leaflet_page,
        factories.make_tonight_page,
    ]
    in_section = [factories.make_guide, factories.make_letter, factories.make_support, factories.make_group]
    pages = [*(make(home) for make in at_home), *(make(section) for make in in_section)]
    return [*pages, factories.make_report(pages[1])]


@pytest.mark.parametrize("action", OF_PAGES)
def test_the_screens_for_several_open_for_pages_of_every_kind(client, home, section, action):
    pages = make_every_kind(home, section)

    response = client.get(bulk("wagtailcore", "page", action, pages))

    assert {type(page) for page in pages} == set(get_page_models()) - {Page, HomePage}
    assert response.status_code == 200


def test_before_several_pages_go_an_officer_sees_what_leads_to_each(client, section):
    pages = make_pages(section)
    for page, title in zip(pages, ("Leads to one", "Leads to the other"), strict=True):
        RelatedPage.objects.create(page=factories.make_guide(section, title=title), related_page=page)

    response = client.get(bulk("wagtailcore", "page", "delete", pages))

    assertContains(response, "Leads to one")
    assertContains(response, "Leads to the other")
    assertContains(response, "One place leads here", count=2)


def test_a_document_of_a_policy_is_named_with_it_and_stays_when_others_go(client, section):
    document, other = two(factories.make_document)(section)
    factories.make_policy(title="Our promise", url="", document=document)
    url = bulk("wagtaildocs", "document", "delete", [document, other])

    assertContains(client.get(url), "Our promise")
    client.post(url)
    assert type(document).objects.count() == 2


MADE_UP = ["abc", "", "%00", "1'", "²", "9" * 30]


@pytest.mark.parametrize(("app", "model", "action"), EVERY_ACTION, ids=NAMES)
def test_a_made_up_id_is_not_found_and_changes_nothing(client, section, app, model, action):
    thing = MAKE[model](section)[0]
    url = reverse("wagtail_bulk_action", args=[app, model, action])
    queries = [
        "",
        "id=-1",
        *(f"id={made_up}" for made_up in MADE_UP),
        # Beside a real one a number of nothing may be left out; which numbers can be differs by database.
        *(f"id={thing.pk}&id={made_up}" for made_up in MADE_UP if not made_up.isdecimal()),
    ]
    before = list(apps.get_model(app, model).objects.order_by("pk").values())

    statuses = {query: client.get(f"{url}?{query}").status_code for query in queries}
    statuses |= {
        f"POST {query}": client.post(f"{url}?{query}", TELL.get(action, dict)()).status_code for query in queries
    }

    assert set(statuses.values()) == {404}, statuses
    assert list(apps.get_model(app, model).objects.order_by("pk").values()) == before


@pytest.mark.parametrize("action", OF_PAGES)
@pytest.mark.parametrize("parent", ["999999", *MADE_UP])
def test_all_pages_below_a_made_up_one_are_not_found(client, section, action, parent):
    make_pages(section)

    url = f"{reverse('wagtail_bulk_action', args=['wagtailcore', 'page', action])}?id=all&childOf={parent}"

    assert [client.get(url).status_code, client.post(url).status_code] == [404, 404]
