"""The steps of the set-up: each is saved, and nothing that was typed is lost."""

import io

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django.asserts import assertContains, assertNotContains

from pages.before_we_open import Kind
from pages.content.contact import Contact
from pages.content.guide import GuidePage
from pages.content.section import SectionPage
from pages.content.support import SupportPage
from pages.council.council import current_council
from pages.council.model import CouncilSettings
from pages.set_up.every_council import every_council
from pages.set_up.model import SetUp
from pages.set_up.opening import what_is_in_the_way
from pages.sign_in.invitation import Invitation
from tests.html import parse
from tests.set_up.answers import ANSWERS
from tests.sign_in.officers import AT_ONCE, MAIL_KEPT


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    settings.MAILERS, settings.MEDIA_ROOT = {}, tmp_path


def picture(kind="PNG"):
    file = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(file, kind)
    return SimpleUploadedFile(f"logo.{kind.lower()}", file.getvalue())


def council():
    return CouncilSettings.objects.get()


def test_each_step_leads_to_the_next(save):
    led_to = [save(slug).url for slug in list(ANSWERS)[:-1]]

    assert led_to == [f"/set-up/{slug}/" for slug in list(ANSWERS)[1:]]


@pytest.mark.parametrize("slug", list(ANSWERS)[:-1])
def test_what_was_saved_is_there_when_one_comes_back(save, holder, slug):
    save(slug)

    page = holder.get(f"/set-up/{slug}/").content.decode()

    hidden = ("FORMS", "officers-1-role", "monday")
    words = [words for name, words in ANSWERS[slug].items() if words not in ("on", "") and not name.endswith(hidden)]
    assert [missing for missing in words if missing not in page] == []


@pytest.mark.parametrize("slug", list(ANSWERS))
def test_every_screen_is_good_html(holder, slug):
    parse(holder.get(f"/set-up/{slug}/"))


@pytest.mark.parametrize(
    ("slug", "field", "typed", "said"),
    [
        ("your-council", "council_name", "", "Type the council’s full name."),
        ("your-council", "council_name", "x" * 121, "at most 120 characters"),
        ("your-council", "council_website", "no address", "Enter a valid URL."),
        ("your-council", "brand_colour", "#0b7a75", "Too light to read"),
        ("your-council", "brand_colour", "teal", "Type the colour as # and six digits"),
        ("who-answers", "phone", "call us", "Type the number with digits and spaces only"),
        ("who-answers", "phone", "", "Type the number that families ring."),
        ("who-answers", "monday", "9-5", "From 9am to 5am is 20 hours"),
        ("who-answers", "monday", "mornings", "Write the hours as 09:00-17:00"),
        ("who-answers", "ring_back_days", "0", "greater than or equal to 1"),
        ("at-night", "own_phone", "", "Type the number of your own line."),
        ("days-and-paper", "web_address", "https://barnfield.gov.uk", "without https://"),
        ("days-and-paper", "terms-0-last_day", "2026-09-01", "The last day can’t be before the first."),
        ("days-and-paper", "terms-0-name", "", "Name the half term"),
        ("days-and-paper", "closures-0-first_day", "Christmas", "Enter a valid date."),
        ("who-works-here", "lead_post", "", "Type the post of who answers for the offer."),
        ("who-works-here", "officers-0-email", "nobody", "Enter a valid email address."),
        ("who-works-here", "officers-0-role", "Emperor", "Select a valid choice."),
    ],
)
def test_what_is_wrong_is_said_beside_what_was_typed_and_changes_nothing(save, set_up, slug, field, typed, said):
    before = list(CouncilSettings.objects.values()), list(Contact.objects.values())

    response = save(slug, **{field: typed})

    assertContains(response, said)
    assertContains(response, f'href="#id_{field}"')
    assert (list(CouncilSettings.objects.values()), list(Contact.objects.values())) == before
    assert SetUp.objects.get().steps_done == []
    others = [words for name, words in ANSWERS[slug].items() if name != field and words not in ("on", "")]
    assert all(words in response.content.decode() for words in others)


def test_somebody_answers_on_one_day_at_least(save):
    assertContains(save("who-answers", monday="", friday=""), "on one day at least")


def test_the_council_is_what_was_typed(save):
    save("your-council")
    save("who-answers")
    save("at-night")
    save("days-and-paper")

    shown = current_council()
    assert (shown.council_name, shown.area, shown.brand_colour) == ("Barnfield Borough Council", "Barnfield", "#09605c")
    assert (shown.navigators["name"], shown.navigators["phone"]) == ("Barnfield Navigators", "01234 567 890")
    assert shown.navigators["hours"] == "Monday, 9am to 5pm; Friday, 9am to 12.30pm and 1.30pm to 4pm"
    assert [line["phone"] for line in shown.urgent] == ["01234 567 891"]
    assert shown.web_address == "barnfield.gov.uk/kinship"
    assert [str(term) for term in council().school_terms.all()] == ["Autumn term 2026, first half"]
    assert council().closures.get().reason == "Christmas"


def test_a_row_that_is_emptied_is_gone(save):
    save("days-and-paper")
    save("days-and-paper", **{f"terms-0-{name}": "" for name in ("name", "first_day", "last_day")})

    assert not council().school_terms.exists()


def test_saving_and_staying_shows_the_same_step_with_more_rows(save, holder):
    response = save("days-and-paper", stay="")

    assert response.url == "/set-up/days-and-paper/?saved"
    page = holder.get(response.url)
    assertContains(page, "Saved")
    assertContains(page, 'name="terms-3-name"')


def test_national_lines_are_there_and_can_be_left_out(save, holder):
    Contact.objects.create(slug="emergency", name="Police", purpose="Danger.", phone="999")
    Contact.objects.create(slug="samaritans", name="Samaritans", purpose="To talk.", phone="116 123")
    assertContains(holder.get("/set-up/at-night/"), "checked", count=2)

    save("at-night", lines=["emergency"])

    assert [line.contact.slug for line in council().urgent_help.all()] == ["emergency", "out-of-hours"]


def test_what_a_line_says_to_young_people_stays_when_the_step_is_saved_again(save):
    Contact.objects.create(slug="emergency", name="Police", purpose="Danger.", phone="999")
    save("at-night", lines=["emergency"])
    line = council().urgent_help.first()
    assert line.young_words == "Are you or someone else in danger?"
    line.young_words = "Are you in danger?"
    line.save()

    save("at-night", lines=["emergency"])

    assert [line.young_words for line in council().urgent_help.all()] == ["Are you in danger?", ""]


def test_the_leaflet_has_room_for_five_lines(save):
    slugs = ["emergency", "nspcc", "samaritans", "shout", "childline"]
    for slug in slugs:
        Contact.objects.create(slug=slug, name=slug, purpose="Help.", phone="116 123")

    assertContains(save("at-night", lines=slugs), "There is room for five lines")
    assert save("at-night", lines=slugs[:-1]).status_code == 302


def test_a_number_kept_for_drama_is_marked_as_an_example(save):
    save("who-answers", phone="01632 960 123")

    assert council().navigators.example


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_logo_is_taken_and_can_be_taken_away(save, holder, kind):
    save("your-council", logo=picture(kind))
    assert council().logo.title == "Logo of Barnfield Council"
    assertContains(holder.get("/set-up/your-council/"), "Take the logo away")

    save("your-council")
    assert council().logo
    save("your-council", without_logo="on")
    assert council().logo is None


def test_what_is_no_picture_is_refused_as_a_logo(save):
    file = SimpleUploadedFile("logo.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>")

    assertContains(save("your-council", logo=file), "Not saved yet")
    assert not CouncilSettings.objects.exists()


def test_a_colour_that_is_pressed_is_saved_and_the_screen_stays(save):
    response = save("your-council", brand_colour="#0b7a75", use_colour="#09605c")

    assert response.url == "/set-up/your-council/?saved"
    assert council().brand_colour == "#09605c"


def test_the_colour_is_judged_in_words_while_it_is_typed(holder):
    light = holder.get("/set-up/colour/", {"brand_colour": "#0b7a75"})
    assertContains(light, "#09605c is the nearest to yours")
    assertContains(light, "5.1 to 1")
    assertContains(holder.get("/set-up/colour/", {"brand_colour": "#09605c"}), "It reads well.")
    for typed in ("", "teal", "#12", "#gggggg", "<b>"):
        assertContains(holder.get("/set-up/colour/", {"brand_colour": typed}), "Type the colour as #")


@pytest.mark.parametrize(("code", "status"), [("0b7a75", 200), ("ffffff", 200), ("teal", 404), ("00000g", 404)])
def test_a_colour_can_be_looked_at(client, set_up, code, status):
    assert client.get(f"/set-up/colours-{code}.css").status_code == status


def test_the_log_in_waits_for_the_steps_before_it(save):
    save("your-council")

    assertContains(save("your-log-in"), "these steps are to be saved first")
    assert not User.objects.exists()


def test_the_end_makes_the_administrator_and_the_invitations(finished, holder):
    user = User.objects.get()
    assert finished.url == "/cms/open-the-site/"
    assert [group.name for group in user.groups.all()] == ["Administrators"]
    assert not user.is_superuser
    assert SetUp.objects.get().officers == []
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role.name) == ("editor@barnfield.example", "Section editors")
    assertContains(holder.get("/cms/open-the-site/"), f"/sign-in/invitation/{invitation.signed()}")


def test_where_mail_goes_out_no_link_is_shown(save, settings, holder):
    settings.MAILERS, settings.TASKS = MAIL_KEPT, AT_ONCE
    for slug in ANSWERS:
        save(slug)

    assertNotContains(holder.get("/cms/open-the-site/"), "/sign-in/invitation/")
    assert Invitation.objects.get().mailed_at


def test_what_they_do_is_said_by_the_name_that_they_have(client, holder, save):
    save("your-council")
    offered = holder.get("/set-up/who-answers/").context["form"]["navigator_meaning"].value()
    save("who-answers", navigator_meaning=offered, navigator_name="Adviser", navigators_name="Advisers")

    assert offered.startswith("{A navigator} listens")
    assert current_council().navigator_meaning.startswith("An Adviser listens")


@pytest.mark.parametrize(
    ("slug", "field", "typed"),
    [
        ("who-answers", "cost", "Free from {councl}"),
        ("who-answers", "name", "{navigatrs}"),
        ("who-answers", "navigator_meaning", "{A navigator} listens. {council"),
        ("at-night", "own_words", "Worried {about}?"),
        ("at-night", "own_name", "EDT {x}"),
    ],
)
def test_an_unknown_word_in_braces_is_refused_where_it_is_typed(save, slug, field, typed):
    save("your-council")

    response = save(slug, **{field: typed})

    assert response.status_code == 200
    assert "brace" in str(response.context["form"].errors[field])


def test_the_line_for_danger_stays(save, set_up):
    Contact.objects.get_or_create(slug="emergency", defaults={"name": "Police", "phone": "999", "purpose": "Danger."})
    save("your-council")

    assertContains(save("at-night", lines=[]), "Keep the line for danger")


def test_a_weak_password_ends_nothing(save):
    for slug in list(ANSWERS)[:-1]:
        save(slug)

    assertContains(save("your-log-in", password1="barnfield1234", password2="barnfield1234"), "Not saved yet")
    assert SetUp.objects.get().finished_at is None


def test_the_end_makes_local_pages_as_drafts_with_their_questions(finished):
    page = SupportPage.objects.get(slug="what-the-council-pays")

    assert not page.live
    assert page.kept_by == page.owner_name == "Service Manager, Kinship"
    assert page.provider_name == "Barnfield Council"
    assert "How much do you pay, from what day, who decides?" in str(page.get_latest_revision().content)


def test_pages_that_nobody_answers_for_are_the_leads(finished, holder):
    page = SectionPage.objects.get(slug="money")

    assert (page.owner_name, page.owner_email) == ("Service Manager, Kinship", "kinship@barnfield.example")
    assert not [end for end in what_is_in_the_way() if end.kind == Kind.OWNER]


def test_without_a_lead_they_are_the_administrators(save):
    for slug in ANSWERS:
        save(slug, **({"lead_email": ""} if slug == "who-works-here" else {}))

    assert SectionPage.objects.get(slug="money").owner == User.objects.get()
    assert not [end for end in what_is_in_the_way() if end.kind == Kind.OWNER]


def test_a_page_whose_section_is_not_there_is_left_out(finished):
    assert {wanted.kind for wanted in every_council().pages} <= {"guide", "support", "information"}
    assert not GuidePage.objects.filter(slug="your-kinship-team").exists()


def test_the_desk_says_that_it_is_not_open_yet(free_way, holder):
    assertContains(holder.get("/cms/"), "Your offer is not open yet")

    holder.post("/cms/open-the-site/")

    assertNotContains(holder.get("/cms/"), "Your offer is not open yet")
