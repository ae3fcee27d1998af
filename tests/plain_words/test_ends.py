"""Phrases that will stop being true are found; what is true every year, of one child, or history is left alone."""

import datetime

import pytest

from pages import plain_words
from pages.plain_words.ends import undated_in
from pages.plain_words.finding import Code
from pages.plain_words.page_text import read
from pages.plain_words.stops_being_true import phrases_in
from tests import factories

DAY = datetime.date(2026, 11, 27)

ENDS = {
    "The fund is open until March 2028.": "until March 2028",
    "It is open until 31/03/2027.": "until 31/03/2027",
    "It is open until 2027-03-31.": "until 2027-03-31",
    "Send it by 31.3.2027.": "by 31.3.2027",
    "The scheme ends on 31 March.": "ends on 31 March",
    "It closes in March.": "closes in March",
    "There is a new rule from the autumn term.": "from the autumn term",
    "The office is shut until Easter.": "until Easter",
    "It stays till Christmas.": "till Christmas",
    "That is so until the summer holidays.": "until the summer holidays",
    "It has not been decided.": "has not been decided",
    "A decision has not been made yet.": "decision has not been made",
    "We are still deciding.": "We are still deciding",
    "We do not know yet.": "We do not know yet",
    "The group starts from next week.": "starts from next week",
    "You can ask until 31 March 2028.": "until 31 March 2028",
    "It stays the same until the end of 2027.": "until the end of 2027",
    "The money is there until the end of next year.": "until the end of next year",
    "This holds until next spring.": "until next spring",
    "The office is shut until further notice.": "until further notice",
    "You can ask up to 5 April 2027.": "up to 5 April 2027",
    "It was open till June 2025.": "till June 2025",
    "You can send it until 31 March.": "until 31 March",
    "From September, every child gets a meal.": "From September",
    "It holds from September 2026.": "from September 2026",
    "From 6 April 2026 there is no limit.": "From 6 April 2026",
    "The rule has changed since April 2026.": "since April 2026",
    "Starting in spring 2027, you can claim online.": "Starting in spring 2027",
    "As of 1 January 2027 the form is new.": "As of 1 January 2027",
    "From 2028 the rules differ.": "From 2028",
    "It opens in October 2027.": "in October 2027",
    "It opens in Oct 2027.": "in Oct 2027",
    "It opens on 12 May 2027.": "on 12 May 2027",
    "It begins in Sept. 2027.": "in Sept. 2027",
    "A new scheme comes in spring 2027.": "in spring 2027",
    "It starts in early 2027.": "in early 2027",
    "All homes will have it by 2030.": "by 2030",
    "The law will begin in 2027.": "in 2027",
    "It must be done before April 2027.": "before April 2027",
    "It ends after the end of 2028.": "after the end of 2028",
    "The amount for 2027 is not decided yet.": "not decided yet",
    "The date has not been decided yet.": "has not been decided yet",
    "Nothing is decided yet.": "Nothing is decided yet",
    "The rate is not yet known.": "not yet known",
    "The day is to be confirmed.": "to be confirmed",
    "The place is still to be decided.": "still to be decided",
    "The fund is due to change.": "is due to change",
    "The scheme is due to end soon.": "is due to end",
    "The rules will change.": "will change",
    "The law is changing.": "is changing",
    "The rules are about to change.": "are about to change",
    "The scheme is being replaced.": "is being replaced",
    "The group meets online at the moment.": "at the moment",
    "We currently have two workers.": "currently",
    "That is all we know for now.": "for now",
    "For the time being, ring the office.": "For the time being",
    "There are six places this year.": "this year",
    "Next year the amount is higher.": "Next year",
    "Apply before the new academic year.": "the new academic year",
    "The limit is the same this tax year.": "this tax year",
    "We hold two meetings this summer.": "this summer",
    "It is planned to open a new centre.": "is planned to",
    "We are open until Easter 2027.": "until Easter 2027",
    "The centre shuts at Christmas 2027.": "Christmas 2027",
    "The scheme closes at the end of 2027.": "at the end of 2027",
    "It goes up next April.": "next April",
    "From this September, meals are free.": "this September",
    "The group starts next month.": "next month",
    "The library is closed this month.": "this month",
    "In the coming year we will open a new group.": "In the coming year",
    "The service is under review.": "is under review",
    "No start date has been set.": "No start date has been set",
    "The date has not been set.": "has not been set",
    "The times are subject to change.": "subject to change",
    "The place is TBC.": "TBC",
    "Details to follow.": "Details to follow",
    "A new group is coming soon.": "coming soon",
    "As things stand, nobody pays.": "As things stand",
}  # fmt: skip

STAYS = [
    "The office is open from 9 to 5 until 2030 hours.",
    "The tax year starts on 6 April.",
    "It closes in March each year.",
    "School ends at half past three.",
    "You get it until the child is 18.",
    "Keep the letter until you hear from us.",
    "Wait until the court decides.",
    "You can stay until you are 21.",
    "Help can last up to 12 weeks.",
    "You can earn up to £204 a week.",
    "It goes on until 31 August after their 16th birthday.",
    "They keep it up to the end of the third week after the week you claim.",
    "Schools get it from age 4.",
    "From the day the child moves in, you can claim.",
    "Lines are open from Monday to Friday.",
    "The amount changes each April.",
    "Rates go up from April each year.",
    "From September to July, we meet on Thursdays.",
    "May I come to the meeting?",
    "We may change the day.",
    "The next meeting is on Thursday 3 March.",
    "We meet on 4 April at 10am.",
    "Ask a year before, in March.",
    "The law began on 29 June 2026.",
    "It was £2,630 in 2025 to 2026.",
    "The rate is £22.95 a week (2026 to 2027).",
    "It was £170 a week in 2025-26.",
    "The Children Act 1989 says so.",
    "The guidance is from October 2019.",
    "Relatives have not needed it since 1 May 2023.",
    "In March 2025 the panel said yes.",
    "From 6 April 2026 to 5 April 2027 it is £27.05.",
    "Tell us if your address will change.",
    "If nobody at home works at the moment, say so.",
    "Ask what will change for the child.",
    "Your money will change if you claim.",
    "If the court has not decided yet, ring us.",
    "Tell us whether you currently get Child Benefit.",
    "What happens next?",
    "The next step is a visit.",
    "We look at it again each year.",
    "You pay nothing for the first year.",
    "It can take up to a year.",
    "You need not look for work in the next 12 months.",
    "A child born before 6 April 2017 gets more.",
    "Children born from 1 September 2002 have one.",
    "Ring 0300 123 2027.",
    "A plan says who looks after the child now.",
    "Everybody feels at a loss sometimes.",
    "March with us.",
    "An order ends when the child is 18.",
    "There is a helpline day and night.",
    "The school year ends in July.",
    "They can be confirmed by letter.",
    "Nobody has to decide today.",
    "Something to eat is enough for now.",
    "The answer may be no for now.",
    "Ask for this year’s amounts.",
    "It was made on 22 November 2026.",
    "Nothing will change for the child.",
    "Are you currently getting help?",
    "You are currently caring for a child.",
    "This year and every year we ask families.",
    "You are paid on the same day of the next month.",
    "We look at your plan often, and keep it under review.",
    "Come as soon as you can.",
    "At the end of a meeting we write it down.",
    "The bell rings at 2030.",
    "No decision is made without you.",
    "You need to be 16 this time.",
    "This may not be what you had planned.",
    "Easter and Christmas can be hard.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", ENDS)
def test_what_will_stop_being_true_is_found(sentence):
    assert ENDS[sentence] in phrases_in(sentence, DAY)


@pytest.mark.parametrize("sentence", STAYS)
def test_what_stays_true_is_left_alone(sentence):
    assert phrases_in(sentence, DAY) == []


def test_what_has_become_history_is_left_alone_from_then_on():
    assert phrases_in("It opens in October 2027.", datetime.date(2027, 10, 31)) == ["in October 2027"]
    assert phrases_in("It opens in October 2027.", datetime.date(2027, 11, 1)) == []


def dated(words):
    return f'<span data-until="2028-03-31" data-source="GOV.UK">{words}</span>'


def ends_of(page):
    return [finding for finding in plain_words.look(page).findings if finding.code is Code.ENDS]


@pytest.mark.parametrize(
    ("html", "found"),
    [
        (f"<p>{dated('It is open <b>until March 2028</b>.')}</p>", []),
        (f"<p>{dated('It is open until March 2028.')} It opens in May 2099.</p>", ["in May 2099"]),
        ("<p><mark>It is open until March 2028.</mark></p>", []),
        ("<p>It is open until March 2028.</p>", ["until March 2028"]),
    ],
)
def test_a_date_or_the_mark_of_an_example_is_enough(section, html, found):
    page = factories.make_guide(section, body=[("text", {"text": html})])

    assert [finding.quote for finding in ends_of(page)] == found
    assert undated_in(read(page), datetime.date(2026, 11, 27)) == found


def test_the_hint_says_what_can_be_done_where_it_stands(section):
    page = factories.make_support(section, search_description="Open until March 2028.", cost="<p>Free for now.</p>")

    plain, rich = sorted(ends_of(page), key=lambda finding: finding.where.path, reverse=True)

    assert "use it by its name" in plain.advice and plain.where.path == "search_description"
    assert "press “Right until”" in rich.advice and rich.where.path == "cost"
