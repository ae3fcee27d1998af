"""What could say who wrote a sentence is taken out of it, however it is typed; what says nothing of that stays."""

import pytest

from pages.heard.scrub import scrub


@pytest.mark.parametrize(
    "number",
    [
        "382121", "8123456", "382 121", "38 21 21", "3 8 2 1 2 1", "382-121", "382.121", "(382) 121", "812 3456",
        "81-23-456", "382 1 21", "812  34  56", "382/121", "3821/21", "01709/382121", "382_121", "382 – 121",
        "382 — 121", "382‑121", "382‐121", "382 − 121", "812·34·56", "[382] 121", "2034-56", "1985-3456", "2026-04-01",
        "３８２１２１", "８１２ ３４５６", "٣٨٢١٢١", "⑧①②③④⑤⑥", "3\u200b82\u200b121", "38\u00a021\u202f21", "3️⃣8️⃣2️⃣1️⃣2️⃣1️⃣",
        "382*121", "382=121", "382#121",
        "38212O", "38212l", "O1709 382121", "o77oo 9oo123", "07700 9OO 123", "382I2I", "+44 (0)7700 900-123",
        "07700, 900, 123", "07700'900'123", "07700 and 900123", "0 7 7 0 0 9 0 0 1 2 3", "०७७०० ९००१२३",
        "+44; 7700; 900123",
        "38212|", "123/12/2026", "12/123/2026", "12//2026", "2026-26", "2015-26", "1995-06",
    ],
)  # fmt: skip
def test_a_number_of_six_digits_or_more_is_taken_out_however_it_is_spaced(number):
    assert scrub(f"Ring me on {number} please") == "Ring me on […] please"


@pytest.mark.parametrize(
    "postcode",
    [
        "S60 1AE", "s601ae", "S60  1AE", "S60\u00a01AE", "S60-1AE", "S60 - 1AE", "S60–1AE", "S60.1AE", "S60. 1AE",
        "S60_1AE", "S60/1AE", "S6O 1AE", "S60 IAE", "S60 iae", "S60 lAE", "s60 1ae", "S6O IAE", "s6oiae", "S6O-IAE",
        "S 60 1AE", "S60 1 AE", "S 6 0 1 A E", "S 60 1 AE", "Ｓ６０ １ＡＥ", "Ѕ60 1АЕ", "S60 1ΑΕ", "SW1A 1AA",
        "SW1A IAA", "EC1A 1BB", "M1 1AE", "MI 1AE", "CRO 2YR", "0L1 1AA", "1P1 1AA", "W1A 0AX", "W1A OAX", "DN55 1PT",
        "S\u200b60 1\u00adAE", "Ⓢ60 1AE", "S-60 1AE", "S-60-1AE", "S60-1-AE", "S60 1-AE", "S.60 1AE", "d.n.1 1.a.b",
        "S60…1AE", "S60*1AE", "S60'1AE", "S60’1AE", "S6Ø 1AE", "Š60 1ÁĒ", "S\u206060\u200d 1\ufeffAE", "S60\u200f 1AE",
        "S60,1AE", "S60 , 1AE", "S60:1AE", "S60;1AE",
        "ZZ9 9ZZ", "Q9 9ZZ", "1S1 1AA", "S6O 1ST", "S60 ILL", "dnl5 5lt", "dnl5 1st", "DNI5LT",
        "S   60 1AE", "S6   O 1AE", "S6O   1AE", "S6O   -1AE", "S6O-   1AE", "S60 1   AE", "S60 1A   E",
    ],
)  # fmt: skip
def test_a_postcode_is_taken_out_however_it_is_typed(postcode):
    assert scrub(f"We live at {postcode} now") == "We live at […] now"


@pytest.mark.parametrize(
    "address",
    [
        "gran@example.org", "gran＠example．org", "gran﹫example.org", "gran @ example.org", "gran@ example.org",
        "gran @ example . org", "gr\u200ban@exa\u00admple.org", "gran at gmail", "gran at hotmail.co.uk",
        "gran72 yahoo co uk",
        "gran_72 gmail.com", "facebook.com/gran.two", "https://www.instagram.com/gran", "t.me/gran", "@gran", "＠gran",
    ],
)  # fmt: skip
def test_an_address_is_taken_out_however_it_is_typed(address):
    assert scrub(f"Write to {address} please") == "Write to […] please"


@pytest.mark.parametrize(
    "words",
    [
        "We looked at gov.uk and at example.org. Yahoo, it worked. Outlook is slow.",
        "In 2026-27 and in 2024–27 it was good.",
        "We wrote in 2026/27, on 12/03/2026 and 01/04/26.",
        "It costs £1,250.50 a year, or £1250.50, or £12,500.",
        "There were 10,000,000 of them, and 1.5 million.",
        "They are 3, 5, 7, 9 and 11 years old.",
        "On 1 April 2026 he was 12.",
        "In 2024, 2025 and 2026.",
        "There were 3 steps and 24 hours, and 6 to 8 weeks.",
        "It opens 24/7, from 10.30 to 12.30.",
        "Nine out of 10 said so; 9/10 is good.",
        "Ring 999 or 111, or text 85258.",
        "On the M1 old folk, so 1st we go. No 2nd try.",
        "Room B1. 2nd floor. Level 2 – 3rd door.",
        "I am 6 old socks ill, my 5 3 to go.",
        "Solid gold, LOL, ill, Bill, oil, 10l of milk.",
        "In 2016-26 and 1995-05, and on 1/4/2026 and 12/3/26.",
        "It cost £125000, and £5 (12345 paid it).",
        "Call it O1O1O1 or dni5lt.",
        "Take 01 5 5mg, and 20 3mm nails, to flat B1 2b of ABC1 2AB.",
        "PLAN B IS 6AM. SPOILED. MEL 1ST.",
        "½ of us, x² and 3½ hours.",
        "Ο Γιάννης και η Μαρία. Это всё. 李",
    ],
)
def test_what_says_nothing_of_who_wrote_stays(words):
    assert scrub(words) == words


@pytest.mark.parametrize(
    "words", ["S    60 1AE", "S6    O 1AE", "S60    IAE", "S6O-    1AE", "S60 1    AE", "S60 1A    E"]
)
def test_what_stands_four_spaces_apart_is_no_oddly_typed_postcode(words):
    assert scrub(words) == words


@pytest.mark.parametrize(
    "email",
    [
        "gran@example.org", "gran＠example.org", "gran﹫example.org", "gran @ example.org", "gran @ example . org",
        "gran (at) example.org", "gran [at] example [dot] org", "gran(@)example.org", "gran at example dot org",
        "gran.smith at example dot co dot uk", "gran at gmail", "gran at gmail.com", "GRAN AT HOTMAIL DOT CO DOT UK",
        "gran dot smith at gmail dot com", "gran at live.com", "gr\u200ban@exa\u2060mple.org", "@granhandle",
    ],
)  # fmt: skip
def test_an_e_mail_is_taken_out_however_it_is_typed(email):
    assert scrub(f"Write to: {email}, please") in {"Write to: […], please", "Write to: […] please"}


@pytest.mark.parametrize(
    "number",
    [
        "07700, 900, 461", "0+7+7+0+0+9+0+0+4+6+1", "07700 ~ 900 ~ 461", "07700|900|461", "0,7,7,0,0,9,0,0,4,6,1",
        "07700: 900; 461", "٠٧٧٠٠, ٩٠٠, ٤٦١", "+44, 7700, 900, 461",
        "0\u28007\u28007\u28000\u28000\u28009\u28000\u28000\u28004\u28006\u28001",
        "oh seven seven double oh nine hundred four six one", "zero one seven oh nine three eight two one two one",
        "0 seven seven 00 nine, four six", "Three eight two, one two one", "triple two treble three",
        "oh-seven-seven-oh-oh-nine",
    ],
)  # fmt: skip
def test_a_number_is_taken_out_whatever_stands_in_it_and_in_words(number):
    assert scrub(f"Ring me on {number} please") == "Ring me on […] please"


@pytest.mark.parametrize(
    "words",
    [
        "Look at gov.uk please.", "We met at school. Then we went home.", "I look at mail. It came.",
        "I was at sky dot.",
        "In 2026 two three year olds came.", "One, two, three, four, five.", "They are two, five, six and nine.",
        "We saw live music at the live room.", "See you @ 5, or @ home.", "Be at home.Then ring.", "Me and one or two.",
        "0.5 of 10, 20, 30, 40 and 50.", "From 09:30 to 12:00, or 09:30-12:00.",
    ],
)  # fmt: skip
def test_what_only_looks_like_an_e_mail_or_a_number_in_words_stays(words):
    assert scrub(words) == words


def test_a_very_long_word_is_looked_through_at_once():
    assert len(scrub("a" * 20_000 + " " + "0 " * 3)) > 20_000


def test_what_is_taken_out_leaves_the_rest_as_it_was_typed():
    assert scrub("Ｗｅ are at S6O-IAE, ring 38 21 21 — ok? gran＠example.org") == "Ｗｅ are at […], ring […] — ok? […]"


def test_long_text_of_nothing_but_signs_is_quick():
    for sign in ("1 ", "S 6 ", " ", "1-", "(", "O0", "@", "S\u200b"):
        scrub(sign * 2000)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("I am @gran_of_two there", "I am […] there"),
        ("tel382121now", "tel[…]now"),
        ("On 12/03/2026 ring 382121 now", "On 12/03/2026 ring […] now"),
        ("Ring 382121 or gran.s601ae@example.org or 812345 now", "Ring […] or […] or […] now"),
        ("It is £8123456 or so", "It is £[…] or so"),
        ("Ring 38212⒈ please", "Ring […] please"),
        ("Ring gran/38/2121 now", "Ring gran/[…] now"),
        ("It is £ o77oo 9oo123 then", "It is £ […] then"),
        ("At S60 1AE+441709382121 now", "At […][…] now"),
    ],
)
def test_only_what_could_say_who_wrote_is_taken_out_of_what_stands_around_it(typed, kept):
    assert scrub(typed) == kept
