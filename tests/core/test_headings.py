from pages.core.html.headings import with_headings, without_gaps


def test_a_heading_that_skips_a_level_is_raised():
    assert without_gaps("<h3>Emergency</h3><p>999</p>") == "<h2>Emergency</h2><p>999</p>"


def test_headings_in_order_stay_as_they_are():
    html = '<h2>Money</h2><h3 class="contact__name">Kinship</h3><h3>Fosterline</h3><h2>Home</h2>'
    assert without_gaps(html) == html


def test_a_few_headings_need_no_list():
    html = "<h2>One</h2><h2>Two</h2><h2>Three</h2>"
    assert with_headings(html) == (html, [])


def test_headings_can_be_jumped_to_by_their_words():
    headed = with_headings("<h2>Do I get <b>paid</b>?</h2><h2>B</h2><h2>C</h2><h2>B</h2>")

    assert headed.headings == [("do-i-get-paid", "Do I get paid?"), ("b", "B"), ("c", "C"), ("b-2", "B")]
    assert headed.html.startswith('<h2 id="do-i-get-paid">Do I get <b>paid</b>?</h2>')
