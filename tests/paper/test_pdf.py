import pypdf
import pytest

from pages.paper import engine, pdf

PAGE = '<!doctype html><html lang="en-GB"><head><title>Help</title></head><body>{}</body></html>'


def reader(tmp_path, body):
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf.render(PAGE.format(body)))
    return pypdf.PdfReader(path)


def test_a_pdf_is_tagged_and_has_a_title_and_a_language(tmp_path):
    made = reader(tmp_path, "<h1>Help</h1><p>Ring us.</p>")

    assert made.metadata.title == "Help"
    assert made.root_object["/Lang"] == "en-GB"
    assert made.root_object["/MarkInfo"]["/Marked"]
    assert made.root_object["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in made.root_object["/Metadata"].get_object().get_data()


def test_the_typeface_is_ours_and_inside_the_file(tmp_path):
    made = reader(tmp_path, '<p style="font-family: Atkinson Hyperlegible">Ring <b>us</b>.</p>')

    fonts = [
        font.get_object()["/DescendantFonts"][0].get_object() for font in made.pages[0]["/Resources"]["/Font"].values()
    ]
    assert len(fonts) == 2
    assert all("Atkinson" in font["/BaseFont"] and "/FontFile2" in font["/FontDescriptor"] for font in fonts)


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.org/logo.png",
        "http://paper.invalid.example.org/static/css/pdf/paper.css",
        "file:///etc/passwd",
        "/static/../kinship_offer/settings.py",
        "/media/../db.sqlite3",
        "/static/css/nothing-here.css",
    ],
)
def test_files_that_are_not_ours_are_refused(address):
    with pytest.raises(pdf.PdfError, match="not ours"):
        pdf.render(PAGE.format(f'<p><img src="{address}" alt="A logo"></p>'))


def test_static_files_are_read_from_disk():
    assert engine.OwnFilesOnly().fetch(f"{engine.BASE_URL}static/css/pdf/paper.css").content_type == "text/css"


def test_a_frame_says_how_far_its_content_reaches():
    body = '<div id="box" style="position:absolute; inset:0 auto auto 0; width:40mm; height:10mm">{}</div>'

    short = pdf.Layout(PAGE.format(body.format("<p>Short"))).frames["box"]
    long = pdf.Layout(PAGE.format(body.format("<p>Longer than it should be. " * 3)), endless=True).frames["box"]
    wide = pdf.Layout(PAGE.format(body.format("Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"))).frames[
        "box"
    ]

    assert short.reaches_bottom < short.bottom < long.reaches_bottom
    assert short.reaches_right < short.right < wide.reaches_right
    assert round(short.right - short.left) == 40
