"""Mends the structure that WeasyPrint gives a PDF, so that it is read as it is meant and holds all of PDF/UA-1.

Like `engine.py` it knows WeasyPrint's boxes and its PDF objects, some of them private.
"""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

NO_WIDTH = "\u200b"  # a sign that is put behind some spaces, and is nothing to read


def mend(pages: list[boxes.Box], pdf: pydyf.PDF, *, first_page_ends_last: bool) -> None:
    """Mends what is drawn on these pages, in an order in which nothing is looked for that was taken away."""
    tree = _Tree(pdf)
    _say_what_headers_are_for(tree)
    for page in pages:
        _leave_out_leaders(tree, page)
        for element, fragments in _links_on(page):
            _make_one_link(tree, element, fragments)
    _give_list_items_a_body(tree)
    if first_page_ends_last:
        _read_back_last(tree)
    _draw_what_nobody_reads_as_decoration(tree)


class _Tree:
    """The elements of a PDF's structure: each is a dictionary, its kids (`K`) are references, or numbers of content."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.objects = {entry.reference: entry for entry in pdf.objects}
        self.elements = [entry for entry in pdf.objects if _is_element(entry)]
        root = self.objects[pdf.catalog["StructTreeRoot"]]
        self.document = self.objects[root["K"][0]]
        # For each page the element of each piece of its content; behind the pages, those of links.
        self.owners = self.objects[root["ParentTree"]]["Nums"]
        self.links = {
            kid["Obj"]: (element, kid) for element in self.elements for kid in self._kids(element) if "Obj" in kid
        }

    def elements_in(self, element: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        return [kid for kid in self._kids(element) if _is_element(kid)]

    def own(self, element: pydyf.Dictionary, kids: list[Any]) -> None:
        """Makes the kids those of an element: itself knows them, and each of them knows it."""
        element["K"] = pydyf.Array(kids)
        contents = self.owners[2 * self._page_of(element) + 1]
        for kid in kids:
            if isinstance(kid, int):
                contents[kid] = element.reference
            elif "Obj" in self.objects[kid]:
                self._own_link(self.objects[kid]["Obj"], element)
            else:
                self.objects[kid]["P"] = element.reference

    def take_out(self, element: pydyf.Dictionary) -> None:
        """Nobody reads an element that is in no other; what is drawn of it stays."""
        kids = self.objects[element["P"]]["K"]
        kids.remove(element.reference)

    def take_out_link(self, link: pydyf.Dictionary) -> None:
        element, reference = self.links.pop(link.reference)
        element["K"].remove(reference.reference)
        page = self.objects[reference["Pg"]]
        page["Annots"].remove(link.reference)
        at = self._place_of_link(link)
        del self.owners[at : at + 2]
        # Emptied, not freed: pydyf counts freed objects among the compressed ones, and no reader finds the others.
        link.clear()
        reference.clear()

    def read_elements(self) -> set[bytes]:
        """The references of all elements that somebody who reads the document from its beginning comes to."""
        found, waiting = set(), [self.document]
        while waiting:
            element = waiting.pop()
            found.add(element.reference)
            waiting += self.elements_in(element)
        return found

    def contents(self) -> Iterator[tuple[pydyf.Stream, pydyf.Array]]:
        """For each page what is drawn on it, and the element of each piece of it."""
        for number, reference in enumerate(self.pdf.page_references):
            yield self.objects[self.objects[reference]["Contents"]], self.owners[2 * number + 1]

    def _kids(self, element: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        return [self.objects[kid] for kid in element["K"] if isinstance(kid, bytes)]

    def _page_of(self, element: pydyf.Dictionary) -> int:
        return self.objects[element["Pg"]]["StructParents"]

    def _own_link(self, link: bytes, element: pydyf.Dictionary) -> None:
        self.owners[self._place_of_link(self.objects[link]) + 1] = element.reference
        self.links[link] = (element, self.links[link][1])

    def _place_of_link(self, link: pydyf.Dictionary) -> int:
        """Pairs of a number and what it stands for; those of links come last."""
        return next(at for at in range(0, len(self.owners), 2) if self.owners[at] == link["StructParent"])


def _is_element(entry: pydyf.Object) -> bool:
    return isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/StructElem"


def _say_what_headers_are_for(tree: _Tree) -> None:
    """Gives each header cell its scope: WeasyPrint only names the headers of each cell, which not every reader asks."""
    for cell in tree.elements:
        if cell["S"] == "/TH":
            row = tree.objects[cell["P"]]
            in_head = tree.objects[row["P"]].get("S") == "/THead"
            cell["A"]["Scope"] = "/Column" if in_head else "/Row"


def _give_list_items_a_body(tree: _Tree) -> None:
    """Puts all of a list item but its number into one body: blocks in it stand beside its number, or beside a body."""
    for item in tree.elements:
        if item["S"] != "/LI":
            continue
        kids = tree.elements_in(item)
        rest = [kid for kid in kids if kid["S"] != "/Lbl"]
        if [kid["S"] for kid in rest] == ["/LBody"] or not rest:
            continue
        for kid in rest:
            if kid["S"] == "/LBody":
                kid["S"] = "/NonStruct"
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "Pg": item["Pg"], "P": item.reference})
        tree.pdf.add_object(body)
        tree.objects[body.reference] = body
        tree.own(body, [kid.reference for kid in rest])
        item["K"] = pydyf.Array([*(kid.reference for kid in kids if kid["S"] == "/Lbl"), body.reference])


def _links_on(page: boxes.Box) -> Iterator[tuple[Any, list[boxes.Box]]]:
    """For each link of a page its element and the boxes that its lines are in, each with the boxes inside it."""
    fragments: dict[int, tuple[Any, list[boxes.Box]]] = {}
    for box in _outermost_links(page):
        fragments.setdefault(id(box.element), (box.element, []))[1].append(box)
    yield from fragments.values()


def _outermost_links(box: boxes.Box) -> Iterator[boxes.Box]:
    for child in _children(box):
        if child.link_annotation is not None:
            yield child
        else:
            yield from _outermost_links(child)


def _children(box: boxes.Box) -> list[boxes.Box]:
    children = box.children if isinstance(box, boxes.ParentBox) else []
    return [child._box if isinstance(child, AbsolutePlaceholder) else child for child in children]


def _make_one_link(tree: _Tree, element: Any, fragments: list[boxes.Box]) -> None:
    """One link that says its words, whatever is in it and on however many lines: WeasyPrint makes one of each box."""
    for fragment in fragments:
        for box in _inside(fragment):
            if box.link_annotation is not None:
                inner, _reference = tree.links[box.link_annotation.reference]
                if inner["S"] == "/Link":
                    inner["S"] = "/Span"
                tree.take_out_link(box.link_annotation)
        if words := " ".join("".join(element.itertext()).split()):
            fragment.link_annotation["Contents"] = pydyf.String(words.replace(NO_WIDTH, ""))
    whole, *others = [tree.links[fragment.link_annotation.reference][0] for fragment in fragments]
    whole["S"] = "/Link"
    for other in others:
        other["S"] = "/Link"
        if other["P"] == whole["P"]:
            tree.take_out(other)
            tree.own(whole, [*whole["K"], *other["K"]])


def _inside(box: boxes.Box) -> Iterator[boxes.Box]:
    for child in _children(box):
        yield child
        yield from _inside(child)


def _leave_out_leaders(tree: _Tree, page: boxes.Box) -> None:
    """The dots between a title and its page's number lead the eye; nobody wants to hear them."""
    for box in _inside(page):
        if box.is_leader and box.link_annotation is not None:
            element, _reference = tree.links[box.link_annotation.reference]
            tree.take_out(element)


def _read_back_last(tree: _Tree) -> None:
    """Moves the structure of the first page's last part to the end of the document's; marks of a fold are no part."""
    first_page = tree.objects[tree.document["K"][0]]
    back = next(part for part in reversed(tree.elements_in(first_page)) if part["K"])
    tree.take_out(back)
    back["P"] = tree.document.reference
    tree.document["K"].append(back.reference)


def _draw_what_nobody_reads_as_decoration(tree: _Tree) -> None:
    """Leaders, and what stands at the head and the foot of each page, are marked as what they are: artifacts."""
    read = tree.read_elements()
    for stream, owners in tree.contents():
        unread = {number for number, owner in enumerate(owners) if owner not in read}
        for at in [at for at, part in enumerate(stream.stream) if part == b"BDC"]:
            properties = stream.stream[at - 1]
            if isinstance(properties, pydyf.Dictionary) and properties.get("MCID") in unread:
                owners[properties["MCID"]] = b"null"
                stream.stream[at - 2 : at + 1] = ["/Artifact", pydyf.Dictionary(), b"BDC"]
    for element in tree.elements:
        if element.reference not in read:
            element.clear()
