"""Finished HTML as a tree: what no pass touches stays, and what a pass puts in is read as HTML."""

import pytest

from pages.core.html.tree import append, parse, parse_document, put_before, rename, replace, set_attributes, texts


@pytest.mark.parametrize(
    "html",
    [
        "",
        "only words",
        "<p>Tea &amp; cake, 2 &lt; 3</p> and <b>then</b>",
        '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>',
        '<form><input value="a &quot;b&quot;"><br></form>',
        "<script>if (a < b && '<p>') c()</script>",
        "<!-- a note --><p>x</p>",
    ],
)
def test_what_no_pass_touches_is_written_as_it_was(html):
    assert parse(html).html == html


def test_a_document_keeps_its_head_and_says_which_html_it_is():
    html = '<!DOCTYPE html><html lang="en-GB"><head><title>A</title></head><body><p>B</p></body></html>'

    assert parse_document(html).html == html


def test_a_tag_in_an_attribute_is_no_tag():
    tree = parse('<a title="<mark>x</mark>" href="/">y</a>')

    assert tree.css("mark") == []
    assert [text.html for text in texts(tree)] == ["y"]


def test_texts_are_read_in_order_outside_what_is_left_alone():
    tree = parse("one<p>two <a><b>three</b></a> four</p> <p> </p>five")

    assert [text.html for text in texts(tree, outside=frozenset({"a"}))] == ["one", "two ", " four", "five"]


def test_html_goes_before_after_and_in_place_of_a_node():
    tree = parse("<p>a</p>")
    paragraph = tree.css_first("p")
    append(paragraph, " <i>b</i> c")
    put_before(paragraph, "<h2>H</h2> words ")
    replace(paragraph.first_child, "A &amp; <b>a</b>")

    assert tree.html == "<h2>H</h2> words <p>A &amp; <b>a</b> <i>b</i> c</p>"


def test_an_element_that_is_renamed_keeps_its_attributes_and_what_it_holds():
    tree = parse('<h3 class="x" id="y">One <b>two</b> three</h3>')
    rename(tree, tree.css_first("h3"), "h2")

    assert tree.html == '<h2 class="x" id="y">One <b>two</b> three</h2>'


def test_attributes_are_exchanged_as_a_whole():
    tree = parse('<a class="x" data-y target="_blank">z</a>')
    set_attributes(tree.css_first("a"), {"href": '/?a="1"&b=2'})

    assert tree.html == '<a href="/?a=&quot;1&quot;&amp;b=2">z</a>'
