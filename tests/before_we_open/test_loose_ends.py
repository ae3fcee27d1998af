"""What is on the list “Before we open”, with its question, its owner and the field to put it right in."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import Page

from pages.before_we_open import Kind, loose_ends, since, what_blocks
from pages.consultation.model import Consultation
from pages.core.content_version import ContentVersion
from pages.core.ties import Question
from pages.core.vocabulary import Duty
from pages.council.examples import live_examples
from pages.council.model import CouncilSettings, UrgentHelp
from pages.council.opening_model import OpeningHours
from pages.dated_facts.model import FactRow
from pages.paper.model import LEAFLETS, Paper, PaperFormat
from tests import factories

NOW = datetime.datetime(2026, 11, 26, 12, tzinfo=datetime.UTC)
TODAY = datetime.date(2026, 11, 26)
MARKED = "<p>We pay for the first month. You get <mark>£50 a week</mark> from the day you ring. Then we look again.</p>"


@pytest.fixture
def council(home):
    return CouncilSettings.objects.get()


def ends_of(kind, now=NOW):
    return [end for end in loose_ends(now) if end.kind == kind]


def end_at(path, now=NOW):
    """The only thing on the list that is put right in this field."""
    (end,) = [end for end in loose_ends(now) if end.url.endswith(f"#:w:contentpath={path}")]
    return end


def print_everything():
    for paper_format in PaperFormat:
        Paper.objects.create(format=paper_format, pdf=b"%PDF-", made_at=NOW)


def say_whom_to_ring_in_danger():
    emergency = factories.make_contact(name="Police, ambulance or fire", phone="999")
    UrgentHelp.objects.create(settings=CouncilSettings.objects.get(), words="In danger?", contact=emergency)


def give_owners():
    Page.objects.update(owner=None)
    for page in Page.objects.filter(depth__gt=1).specific():
        page.owner_name, page.owner_email = "A solicitor", "solicitor@example.gov.uk"
        page.save()


# The council's settings


@pytest.mark.parametrize(
    "name", ["council_name", "council_short_name", "area", "navigator_meaning", "web_address", "other_formats"]
)
def test_what_the_settings_do_not_say_is_asked_with_its_field(council, name):
    setattr(council, name, "Said")
    council.save()
    assert not any(end.url.endswith(f"contentpath={name}") for end in loose_ends(NOW))

    setattr(council, name, "")
    council.save()

    end = end_at(name)
    assert (end.kind, end.blocks, end.group) == (Kind.MISSING, name in {"council_name", "area"}, "Council settings")
    assert end.url.startswith(f"/cms/settings/pages/councilsettings/{council.site_id}/#")
    assert end.asks.endswith("?") and end.owner.name == "Kinship lead"


def test_hours_and_urgent_help_are_asked_until_there_is_a_row(council):
    assert end_at("opening_hours").kind == end_at("urgent_help").kind == Kind.MISSING
    assert end_at("urgent_help").blocks

    OpeningHours.objects.create(settings=council, day="monday", opens=datetime.time(9), closes=datetime.time(17))
    UrgentHelp.objects.create(settings=council, words="In danger?", contact=council.navigators)

    assert not any(end.url.endswith(("opening_hours", "urgent_help")) for end in loose_ends(NOW))


def test_navigators_without_a_number_are_asked_for_it(council):
    contact = council.navigators
    contact.phone = ""
    contact.save()

    end = end_at("phone")

    assert end.entry == "Navigators"
    assert end.url == f"/cms/snippets/pages/contact/edit/{contact.pk}/#:w:contentpath=phone"


def test_an_example_of_a_web_address_blocks(council):
    council.web_address, council.web_address_example = "testham.gov.uk/kinship", True
    council.save()

    end = end_at("web_address")

    assert (end.kind, end.blocks, end.context) == (Kind.EXAMPLE, True, "testham.gov.uk/kinship")


def test_terms_are_asked_only_where_a_group_goes_by_them_and_come_back_when_they_are_over(section):
    assert not any("school_terms" in end.url for end in loose_ends(NOW))
    factories.make_group(section, term_time_only=True)
    assert end_at("school_terms").kind == Kind.MISSING

    factories.make_school_term(datetime.date(2026, 9, 1), datetime.date(2026, 10, 23))
    factories.make_school_term(datetime.date(2026, 11, 2), datetime.date(2026, 12, 18), name="Second half")

    assert not any("school_terms" in end.url for end in loose_ends(NOW))
    end = end_at("school_terms", now=datetime.datetime(2026, 12, 19, 12, tzinfo=datetime.UTC))
    assert (end.kind, end.since) == (Kind.OLD, datetime.date(2026, 12, 19))


def test_an_example_of_a_term_leads_to_its_own_row(home):
    factories.make_school_term(datetime.date(2026, 9, 1), datetime.date(2026, 10, 23))
    factories.make_school_term(datetime.date(2026, 11, 2), datetime.date(2026, 12, 18), name="Late", example=True)

    end = end_at("school_terms.1.first_day")

    assert end.blocks and "Late" in end.asks
    assert end.context == "From 2 November 2026 to 18 December 2026."


# What is shared


def test_an_example_of_a_contact_leads_to_what_of_it_is_filled(home):
    with_address = factories.make_contact(name="Hall", phone="", address="1 Test Street", example=True)
    with_number = factories.make_contact(name="Team", phone="01632 960 555", address="1 Test Street", example=True)

    ends = {end.entry: end for end in ends_of(Kind.EXAMPLE)}

    assert ends["Hall"].url.endswith(f"/contact/edit/{with_address.pk}/#:w:contentpath=address")
    assert ends["Team"].url.endswith(f"/contact/edit/{with_number.pk}/#:w:contentpath=phone")
    assert ends["Team"].context == "01632 960 555, 1 Test Street"
    assert all(end.blocks and end.group == "Contacts" for end in ends.values())


def test_an_example_of_an_amount_blocks_and_one_that_is_out_of_date_comes_back_without_blocking(home):
    factories.make_fact(label="Made up", amount=Decimal(50), example=True)
    factories.make_fact(label="Old", valid_until=datetime.date(2026, 4, 5))
    factories.make_fact(label="Right", valid_until=TODAY)

    (example,) = ends_of(Kind.EXAMPLE)
    (old,) = ends_of(Kind.OLD)

    assert (example.entry, example.blocks) == ("Made up", True)
    assert (old.entry, old.blocks, old.since) == ("Old", False, datetime.date(2026, 4, 6))


def test_an_amount_that_the_national_layer_keeps_right_is_not_the_councils_to_find_out(toyton_loaded):
    after = datetime.datetime(2027, 5, 1, 12, tzinfo=datetime.UTC)

    assert FactRow.objects.get().is_out_of_date(after.date())
    assert [end.entry for end in ends_of(Kind.OLD, after) if end.group == "Dated facts"] == []


# Pages


def test_a_marked_detail_is_asked_with_its_sentence_its_field_and_the_owner_of_its_page(section):
    owner = {"owner_name": "A solicitor", "owner_email": "solicitor@example.gov.uk"}
    page = factories.make_guide(section, title="Allowances", body=[("text", {"text": MARKED})], **owner)
    ContentVersion.bump()

    (end,) = ends_of(Kind.EXAMPLE)

    block = Page.objects.get(pk=page.pk).specific.body[0]
    assert end.asks == "What is true instead of “£50 a week”?"
    assert end.context == "You get £50 a week from the day you ring."
    assert end.url == f"/cms/pages/{page.pk}/edit/#:w:contentpath=body.{block.id}.text"
    assert (end.entry, end.group, end.owner.name, end.blocks) == ("Allowances", "Money and work", "A solicitor", True)


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("<p>We meet at <mark>10. We</mark> end at noon. Come.</p>", "We meet at 10. We end at noon."),
        ("<p><mark>We delete these after 30 days</mark>.</p>", ""),
        ("<ul><li>Ring <mark>Ann</mark></li><li>Or write.</li></ul>", "Ring Ann"),
        ("<p>Ring <b><mark>Ann</mark></b> or<br/>write.</p>", "Ring Ann or"),
    ],
)
def test_what_stands_around_a_marked_detail_is_its_sentence(section, text, context):
    factories.make_guide(section, body=[("text", {"text": text})])
    ContentVersion.bump()

    assert [end.context for end in ends_of(Kind.EXAMPLE)] == [context]


def test_details_of_a_group_that_are_examples_are_asked_with_when_and_where_it_meets(section):
    factories.make_group(section, title="Coffee morning", example_details=True)

    end = end_at("example_details")

    assert end.blocks and end.entry == "Coffee morning"
    assert "Thursday" in end.context and "1 Test Street" in end.context


def test_a_group_without_dates_left_comes_back(section):
    factories.make_group(section, title="Coffee morning", last_date=datetime.date(2026, 11, 19))

    end = end_at("last_date")

    assert (end.kind, end.blocks, end.since) == (Kind.OLD, False, datetime.date(2026, 11, 20))


def test_a_draft_that_nobody_published_is_asked_about_and_blocks_nothing(section):
    page = factories.make_guide(section, live=False)
    page.body = [("text", {"text": MARKED})]
    page.save_revision()

    (end,) = ends_of(Kind.EXAMPLE)

    assert "£50 a week" in end.asks and not end.blocks
    assert not any(end.blocks for end in ends_of(Kind.OWNER) if f"/{page.pk}/" in end.url)


def test_what_was_taken_offline_is_not_on_the_list(section):
    page = factories.make_guide(section, body=[("text", {"text": MARKED})])
    page.save_revision().publish()
    page.refresh_from_db()
    page.unpublish()
    ContentVersion.bump()

    assert ends_of(Kind.EXAMPLE) == []
    assert not any(f"/{page.pk}/" in end.url for end in loose_ends(NOW))


# Questions that only the council can answer


def ask(page, **fields):
    values = {"key": "how-much", "question": "How much do you pay, and from what day?", "asked_of": "Finance"}
    return Question.objects.create(page=page, **values | fields)


def answer(page, text):
    page.here = [("answer", {"question": "how-much", "text": text})]
    page.save()
    ContentVersion.bump()


def test_a_question_is_on_the_list_until_it_is_answered(section):
    page = factories.make_guide(section, title="Allowances")
    ask(page)
    ContentVersion.bump()

    (end,) = ends_of(Kind.QUESTION)

    assert end.asks == "How much do you pay, and from what day?"
    assert end.url == f"/cms/pages/{page.pk}/edit/#:w:contentpath=here"
    assert (end.entry, end.group, end.context, end.blocks) == ("Allowances", "Money and work", "Ask: Finance.", False)

    answer(page, "<p>We pay £150 a week from the day we agree.</p>")

    assert ends_of(Kind.QUESTION) == []


def test_a_question_that_is_answered_by_an_example_is_on_the_list_as_that_example(section):
    page = factories.make_guide(section, title="Allowances")
    ask(page)
    answer(page, "<p>We pay <mark>£150 a week</mark>.</p>")

    (end,) = [end for end in loose_ends(NOW) if end.kind in (Kind.QUESTION, Kind.EXAMPLE)]

    assert (end.kind, end.blocks) == (Kind.EXAMPLE, True)
    assert end.url.partition("contentpath=")[2].startswith("here.")


def test_a_question_of_a_draft_is_on_the_list_until_its_draft_answers_it(section):
    page = factories.make_guide(section, title="Allowances", live=False)
    ask(page)
    page = Page.objects.get(pk=page.pk).specific
    page.save_revision()
    assert [end.entry for end in ends_of(Kind.QUESTION)] == ["Allowances"]

    page.here = [("answer", {"question": "how-much", "text": "<p>We pay £150 a week.</p>"})]
    page.save_revision()

    assert ends_of(Kind.QUESTION) == []


def test_a_language_is_on_the_list_until_a_speaker_has_read_all_of_it_and_does_not_block(council):
    language = factories.make_language(name="Polish", to_check=True)
    (end,) = [end for end in ends_of(Kind.QUESTION) if end.group == "Other languages"]
    assert (end.entry, end.context, end.blocks) == ("Polish", language.line, False)

    language.to_check = False
    row = language.words.get()
    row.to_check = True
    language.words.add(row)
    language.save()
    (end,) = [end for end in ends_of(Kind.QUESTION) if end.group == "Other languages"]
    assert end.context == "Rows of words to check: 1"

    row.to_check = False
    language.words.add(row)
    language.save()
    assert [end for end in ends_of(Kind.QUESTION) if end.group == "Other languages"] == []


def test_what_the_layer_must_check_is_not_the_councils_to_do_and_its_own_part_is(section):
    old = {"last_checked": datetime.date(2026, 1, 1), "checked_by": "Editors of the national layer"}
    page = factories.make_guide(section, title="Allowances", layer="england", **old)
    assert not any(end.entry == "Allowances" for end in ends_of(Kind.OLD))

    page.here_last_checked, page.here_check_every = datetime.date(2026, 5, 20), 6
    page.here = [("text", {"text": "<p>We pay on Fridays.</p>"})]
    page.save()

    (end,) = [end for end in ends_of(Kind.OLD) if end.entry == "Allowances"]
    assert (end.asks, end.since) == ("Is every word of your part still true?", datetime.date(2026, 11, 20))
    assert end.context == "Last checked on 20 May 2026."


# Owners


def test_a_page_without_owner_blocks_and_leads_to_the_owner(section):
    give_owners()
    page = factories.make_guide(section, title="Allowances")

    end = end_at("owner")

    assert (end.kind, end.blocks, end.owner) == (Kind.OWNER, True, None)
    assert end.url.startswith(f"/cms/pages/{page.pk}/edit/#")


def test_a_page_that_is_overdue_for_a_check_comes_back(section):
    factories.make_guide(section, title="Allowances", last_checked=datetime.date(2026, 5, 25), check_every=6)

    (end,) = [end for end in ends_of(Kind.OLD) if end.entry == "Allowances"]

    assert (end.blocks, end.since, end.context) == (False, datetime.date(2026, 11, 25), "Last checked on 25 May 2026.")


def test_pages_of_a_section_stand_together_and_those_outside_come_last(home, section):
    other = factories.make_section(home, title="Health")
    factories.make_guide(section)
    factories.make_guide(other)

    groups = [end.group for end in ends_of(Kind.OWNER)]

    assert list(dict.fromkeys(groups)) == ["Money and work", "Health", "Pages outside the sections"]
    assert groups == sorted(groups, key=list(dict.fromkeys(groups)).index)


# Paper and duties


def test_paper_that_readers_cannot_get_blocks_and_older_paper_does_not(home):
    assert {end.entry: end.blocks for end in ends_of(Kind.PAPER)} == {"The whole offer": True}
    factories.make_leaflet_page(home)
    Paper.objects.create(format=PaperFormat.OFFER, pdf=b"%PDF-", made_at=NOW)
    Paper.objects.create(format=PaperFormat.FOLDED, pdf=b"%PDF-", made_at=NOW, problem="Too long by 3 mm.")
    Paper.objects.create(format=PaperFormat.LARGE_PRINT, problem="A number is not true any more.")

    ends = {end.entry: (end.blocks, end.context) for end in ends_of(Kind.PAPER)}

    assert ends == {
        "Folded leaflet": (False, "Too long by 3 mm."),
        "Large print": (True, "A number is not true any more."),
    }
    assert len(LEAFLETS) == 2


def test_every_duty_that_nothing_meets_is_asked_the_law_first(home):
    ends = ends_of(Kind.DUTY)

    assert len(ends) == len(Duty)
    assert ends[0].context.startswith("Children Act")
    assert not any(end.blocks for end in ends)


# Since when


def test_what_is_on_the_list_is_noted_once_and_what_comes_back_begins_anew(council):
    assert end_at("web_address").since is None
    since.note(NOW)
    since.note(NOW + datetime.timedelta(days=3))
    assert end_at("web_address").since == TODAY

    council.web_address = "testham.gov.uk/kinship"
    council.save()
    since.note(NOW + datetime.timedelta(days=4))
    council.web_address = ""
    council.save()

    assert end_at("web_address").since is None


def test_no_two_things_on_the_list_of_a_whole_offer_have_the_same_name(rotherham_loaded):
    ends = loose_ends(NOW)

    keys = [end.key for end in ends]
    assert len(keys) == len(set(keys))
    assert len(ends) > 50


# What blocks opening


def test_all_that_readers_see_marked_as_an_example_blocks_opening(rotherham_loaded):
    """The notice that readers see and the list go by the same details."""
    council = CouncilSettings.objects.get()
    names = {end.entry for end in what_blocks(council, NOW) if end.kind == Kind.EXAMPLE}

    terms = set(council.school_terms.values_list("name", flat=True))
    consultations = set(Consultation.objects.values_list("title", flat=True))  # what readers see of one is its report
    assert consultations <= names
    assert set(live_examples()) - terms == names - consultations - {"School terms", "Council settings"}
    assert ("School terms" in names) is council.school_terms.filter(example=True).exists()
    assert ("Council settings" in names) is council.web_address_example


def test_the_notice_cannot_be_switched_off_while_anything_blocks(section, council):
    council.demonstration_notice = False

    with pytest.raises(ValidationError, match="Before we open") as refused:
        council.full_clean()

    message = refused.value.message_dict["demonstration_notice"][0]
    assert "Money and work; Bringing up a child in your family?; The whole offer." in message


def test_the_notice_is_switched_off_once_nothing_blocks(council):
    print_everything()
    give_owners()
    say_whom_to_ring_in_danger()
    assert what_blocks(council, timezone.now()) == []

    council.demonstration_notice = False

    council.full_clean()


def test_an_address_that_is_confirmed_in_the_same_form_blocks_no_more(council):
    print_everything()
    give_owners()
    say_whom_to_ring_in_danger()
    council.web_address, council.web_address_example = "testham.gov.uk/kinship", True
    council.save()

    council.web_address_example, council.demonstration_notice = False, False

    council.full_clean()


def test_an_open_offer_that_loses_an_owner_can_still_change_its_settings(council):
    council.demonstration_notice = False
    council.save()

    council.area = "Testham and Upper Testham"

    assert what_blocks(council, NOW)
    council.full_clean()
