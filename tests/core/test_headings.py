from pages.core.html.headings import close_gaps, give_ids
from pages.core.html.tree import parse


def without_gaps(html):
    tree = parse(html)
    close_gaps(tree)
    return tree.html


def test_a_heading_that_skips_a_level_is_raised():
    assert without_gaps("<h3>Emergency</h3><p>999</p>") == "<h2>Emergency</h2><p>999</p>"


def test_headings_in_order_stay_as_they_are():
    html = '<h2>Money</h2><h3 class="contact__name">Kinship</h3><h3>Fosterline</h3><h2>Home</h2>'
    assert without_gaps(html) == html


def test_a_few_headings_need_no_list():
    html = "<h2>One</h2><h2>Two</h2><h2>Three</h2>"
    tree = parse(html)

    assert give_ids(tree.css("h2")) == []
    assert tree.html == html


def test_headings_can_be_jumped_to_by_their_words():
    tree = parse("<h2>Do I get <b>paid</b>?</h2><h2>B</h2><h2>C</h2><h2>B</h2>")

    assert give_ids(tree.css("h2")) == [("do-i-get-paid", "Do I get paid?"), ("b", "B"), ("c", "C"), ("b-2", "B")]
    assert tree.html.startswith('<h2 id="do-i-get-paid">Do I get <b>paid</b>?</h2>')


def test_headings_of_the_same_words_have_ids_of_their_own_however_many_they_are():
    tree = parse("<h2>Step</h2>" * 101)

    assert len(dict(give_ids(tree.css("h2")))) == 101
