"""Words in braces, from the database to whoever reads: finished in all that is seen, raw where it is written."""

import datetime
import json

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.http import HttpResponse, JsonResponse
from django.urls import reverse
from pytest_django.asserts import assertContains
from selectolax.lexbor import LexborHTMLParser
from wagtail.models import Page
from wagtail.snippets.models import get_snippet_models

from pages import search
from pages.content.contact import Contact
from pages.content.glossary_term import GlossaryTerm
from pages.content.guide import GuidePage
from pages.content.information import InformationPage
from pages.core.inline import READ_OUT, WORD
from pages.core.message import mail_later
from pages.council.council import current_council
from pages.council.model import CouncilSettings, UrgentHelp
from pages.council.opening_model import Closure
from pages.council.roles import KINSHIP_LEAD
from pages.groups.model import GroupPage
from pages.heard.comment import Comment
from pages.heard.useful import Feedback
from pages.paper.booklet import Navigator, PrintSize
from pages.paper.booklet.document import offer_html, pack_html
from pages.paper.booklet.offer import parts
from pages.paper.leaflet.content import gather
from pages.paper.leaflet.document import Document
from pages.paper.leaflet.model import LeafletPage
from pages.paper.model import LEAFLETS
from pages.plain_words.whole_page import look
from pages.ring_back.model import Callback
from pages.site.words import FinishedWords
from tests import factories
from tests.cms import draft_of, editor_of, make_officer, send_page, text_body
from tests.council.full_of_words import fill_with_words

TODAY = datetime.date(2026, 11, 26)
THURSDAY = datetime.date(2026, 12, 3)
UNSEEN = {"script", "style", "textarea", "code"}  # in code stands the list of the words themselves
SHOWN = "Kinship worker"
TYPED = "I say {council} & {nonsense}"
# What a support needs beside its words so that each of its fields may say something.
FULL = {"older_to": 25, "older_reason": "Some", "looked_after": "only"}


@pytest.fixture
def full(home):
    """An offer with words in every text: of a page of each usual kind, of what they use, and of the settings."""
    contact = factories.make_contact(slug="full")
    amount = factories.make_fact(slug="full")
    for thing in (contact, amount, factories.make_policy(), factories.make_term(), factories.make_phrase()):
        fill_with_words(thing).save()
    section = factories.make_section(home)
    pages = [
        home,
        section,
        factories.make_guide(section),
        factories.make_support(section, **FULL),
    ]
    pages += [factories.make_group(section, **FULL, cancelled=[(THURSDAY, "{council} is closed.")])]
    pages += [factories.make_information(home), factories.make_contacts_page(home), factories.make_glossary_page(home)]
    pages += [factories.make_leaflet_page(home, slug="leaflet"), factories.make_have_your_say(home)]
    for page in pages:
        fill_with_words(page, Contact=contact.pk, DatedFact=amount.pk)
        page.save_revision().publish()
    council = CouncilSettings.objects.get()
    UrgentHelp.objects.create(settings=council, words="Ring {council}?", contact=contact)
    Closure.objects.create(settings=council, first_day=TODAY, last_day=TODAY, reason="{navigators} train")
    council.navigator_name = SHOWN
    council.navigator_meaning = council.other_formats = "{A navigator} at {council}."
    council.save()
    return home


@pytest.fixture
def lead(client, full):
    client.force_login(make_officer(KINSHIP_LEAD))
    return client


def unfinished(html):
    """The words in braces in what somebody sees or hears of a page."""
    tree = LexborHTMLParser(html)
    nodes = list(tree.root.traverse(include_text=True))
    texts = [node.text_content or "" for node in nodes if node.is_text_node and not _is_in(node, UNSEEN)]
    texts += [value or "" for node in nodes for name, value in _attributes(node) if name in READ_OUT]
    return [match[0] for text in texts for match in WORD.finditer(text)]


def _attributes(node):
    return node.attributes.items() if node.is_element_node else ()


def _is_in(node, names):
    while (node := node.parent) is not None:
        if node.tag in names:
            return True
    return False


def test_no_word_is_left_in_any_public_page(client, full):
    addresses = [page.url for page in Page.objects.live().filter(depth__gt=1)]
    addresses += ["/search/?q=worker", "/search/?q=xyzzyx", "/find/", "/my-list/", "/not-there/"]
    addresses += ["/ask-us-to-ring/", "/young-people/ask-us-to-ring/", "/young-people/ask-us-to-ring/thanks/"]

    for address in addresses:
        html = client.get(address).text
        assert not WORD.search(html), (address, WORD.search(html))
        assert SHOWN in html, address


def test_calendars_are_finished(client, full):
    for address in ("/calendar/groups.ics", f"/calendar/group-{GroupPage.objects.get().pk}.ics"):
        text = client.get(address).content.decode().replace("\r\n ", "")
        assert SHOWN in text
        assert not WORD.search(text)


def test_every_paper_is_finished(full):
    council, words = current_council(), list(GlossaryTerm.objects.all())
    sheet = gather(LeafletPage.objects.get(), TODAY)
    entries = [Document(paper_format, sheet, council).html(TODAY) for paper_format in LEAFLETS]

    for html in (*entries, offer_html(parts(TODAY), words, council, TODAY)):
        assert SHOWN in html
        assert not WORD.search(html)


def test_what_a_navigator_types_on_a_pack_stays_theirs(full):
    html = pack_html([], current_council(), TODAY, PrintSize.ORDINARY, Navigator("{council}", "{area}"))

    assert 'Your Kinship worker: <span dir="auto">{council}</span>' in html
    assert "Testham Council" in html


def test_spreadsheets_of_the_cms_are_finished(lead):
    text = b"".join(lead.get(reverse("checks"), {"export": "csv"})).decode()

    assert SHOWN in text
    assert not WORD.search(text)


def test_a_link_carries_the_finished_words(client, full):
    assertContains(client.get("/"), "/search/?q=A%20Kinship%20worker")


def test_the_search_reads_the_finished_words(full):
    hits = search.search("kinship worker", TODAY)

    assert any(SHOWN in hit.title for hit in hits)
    assert not any(WORD.search(hit.title + hit.summary + hit.section) for hit in hits)


def test_the_hints_for_writers_read_the_finished_words(full):
    seen = look(InformationPage.objects.get())

    assert seen.words > 0
    assert not any(WORD.search(finding.message) for finding in seen.findings)


def test_a_word_of_the_glossary_is_explained_where_a_word_in_braces_says_it(client, home):
    council = CouncilSettings.objects.get()
    council.navigator_name = SHOWN
    council.save()
    factories.make_term(term="{navigator}", meaning="Somebody who helps.", slug="worker")
    section = factories.make_section(home)
    page = factories.make_guide(section, body=[("text", {"text": "<p>Tell {a navigator} today.</p>"})])

    word = f'<button type="button" class="term" popovertarget="word-worker">{SHOWN}</button>'
    assertContains(client.get(page.url), f"Tell a {word} today.")


def test_mail_is_finished(full, monkeypatch):
    monkeypatch.setattr("pages.core.message.can_be_mailed", lambda: True)

    mail_later(EmailMessage(subject="About {council}", body="Ring {a navigator}.", to=["carer@example.org"]))

    [message] = mail.outbox
    assert (message.subject, message.body) == ("About Testham Council", f"Ring a {SHOWN}.")


def screens(client):
    """Screens of the CMS that show texts: lists, forms, headings, logs, reports, choosers, help."""
    yield from ("/cms/", "/cms/help/", "/cms/help/words-in-braces/", "/cms/reports/site-history/", "/cms/callback/")
    for page in Page.objects.filter(depth__gt=1):
        yield from (editor_of(page), f"/cms/pages/{page.pk}/", f"/cms/pages/{page.pk}/history/")
    for model in get_snippet_models():
        name = f"/cms/snippets/pages/{model._meta.model_name}/"
        yield name
        yield from (f"{name}edit/{pk}/" for pk in model.objects.values_list("pk", flat=True)[:1])
    yield f"/cms/settings/pages/councilsettings/{CouncilSettings.objects.get().site_id}/"


def test_no_word_is_left_in_what_officers_see(lead):
    for address in screens(lead):
        answer = lead.get(address, follow=True)
        if answer.status_code == 403:
            continue
        assert answer.status_code == 200, address
        assert not unfinished(answer.text), (address, unfinished(answer.text)[:3])


def test_the_cms_answers_programs_with_finished_words(lead, full):
    explorer = lead.get("/cms/api/main/pages/", {"child_of": full.get_parent().pk, "for_explorer": "1"})
    chooser = lead.get("/cms/choose-page/", {"parent_page_id": full.pk}).json()["html"]

    assert SHOWN in explorer.json()["items"][0]["admin_display_title"]
    assert not WORD.search(explorer.text)
    assert SHOWN in chooser
    assert not unfinished(chooser)


def test_in_the_editor_words_stay_as_they_were_written(lead):
    page = GuidePage.objects.get()
    tree = LexborHTMLParser(lead.get(editor_of(page)).text)

    assert WORD.search(tree.css_first("#id_title").attributes["value"])
    assert WORD.search(tree.css_first("#id_search_description").text())
    data = tree.css_first("[data-w-block-data-value], [data-block]").html
    assert "{a navigator}" in data


def test_a_page_is_kept_as_it_was_written(lead):
    page = GuidePage.objects.get()

    send_page(lead, page, title="From {council}", **text_body("Ring {a navigator}."))

    content = draft_of(page).content
    assert content["title"] == "From {council}"
    assert "Ring {a navigator}." in content["body"]


@pytest.mark.parametrize("field", ["title", "search_description", "short_title"])
def test_an_unknown_word_is_refused_beside_its_field(lead, field):
    page = GuidePage.objects.get()

    form = send_page(lead, page, **{field: "Ring {a navigater}"}, **text_body("x")).context["form"]

    assert list(form.errors) == [field]
    assert "{a navigater} is none of the words" in str(form.errors[field])
    assert "“a navigator”" in str(form.errors[field])


def test_an_unknown_word_is_refused_in_its_block(lead):
    page = GuidePage.objects.get()

    form = send_page(lead, page, **text_body("Ring {navigater}.")).context["form"]

    error = form.errors.as_data()["body"][0].block_errors[0].block_errors["text"]
    assert "{navigater} is none of the words" in str(error)


def test_an_unknown_word_is_refused_in_an_entry(lead):
    contact = Contact.objects.get(slug="full")
    contact.name = "{councl}"

    with pytest.raises(ValidationError, match="councl") as error:
        contact.full_clean()

    assert "{councl} is none of the words" in error.value.message_dict["name"][0]


def test_what_visitors_typed_is_never_finished(lead):
    page = GuidePage.objects.get()
    callback = Callback.objects.create(name="A", phone="1", language=TYPED, keep_safe=TYPED, request_key="a")
    other = Callback.objects.create(name=TYPED, phone="1", request_key="b")
    answer = Feedback.objects.create(page=page, answer="no", sentence=TYPED)
    Comment.objects.create(text=TYPED, key="b")
    requests = ["/cms/callback/", *(f"/cms/callback/edit/{asked.pk}/" for asked in (callback, other))]
    addresses = [*requests, "/cms/comment/", "/cms/feedback/"]

    for address in (*addresses, f"/cms/feedback/inspect/{answer.pk}/", "/cms/reports/told/"):
        words = LexborHTMLParser(lead.get(address).text).body.text()
        assert TYPED in words, address


def test_a_search_is_shown_as_it_was_typed(client, full):
    html = client.get("/search/", {"q": TYPED}).text

    tree = LexborHTMLParser(html)
    assert TYPED in tree.css_first("title").text()
    assert tree.css_first("#q").attributes["value"] == TYPED


def answered(response, path="/"):
    return FinishedWords(lambda request: response)(type("Request", (), {"path": path})())


def test_the_length_of_an_answer_is_that_of_its_words(home):
    response = HttpResponse("<p>{council}</p>", headers={"Content-Length": "17"})

    assert answered(response)["Content-Length"] == str(len("<p>Testham Council</p>"))


@pytest.mark.parametrize("kind", ["text/plain", "text/css", "application/pdf", "text/javascript"])
def test_files_are_left_as_they_are(home, kind):
    assert answered(HttpResponse("{council}", content_type=kind)).content == b"{council}"


def test_only_the_cms_has_its_data_finished(home):
    data = {
        "title": "{council}",
        "html": '<p title="{area}">{council}</p><input value="{area}">',
        "rows": ["{area}", 1],
    }

    assert json.loads(answered(JsonResponse(data), "/elsewhere/").text) == data
    assert json.loads(answered(JsonResponse(data), "/cms/choose-page/").text) == {
        "title": "Testham Council",
        "html": '<p title="Testham">Testham Council</p><input value="{area}">',
        "rows": ["Testham", 1],
    }


def test_what_scripts_put_into_inputs_stays_raw(home):
    saved, tags = {"field_updates": {"title": "{council}"}}, ["{council}"]

    assert json.loads(answered(JsonResponse(saved), "/cms/pages/3/edit/").text) == saved
    assert json.loads(answered(JsonResponse(tags, safe=False), "/cms/tag-autocomplete/").text) == tags


@pytest.mark.parametrize("text", ["<p>{ }</p>", "<script>{a: 1}</script>", '<p>{"a": 1}</p>', "<p>Nothing</p>"])
def test_an_answer_without_a_word_costs_no_pass_and_no_query(text, monkeypatch):
    monkeypatch.setattr("pages.site.words.finished_html", lambda html: pytest.fail("a pass"))
    response = HttpResponse(text)

    assert answered(response) is response
    assert response.text == text
