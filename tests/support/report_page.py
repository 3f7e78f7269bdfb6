"""Pages taken apart: the elements of an HTML page, in order, each with its text."""

from html.parser import HTMLParser

VOID = {"meta"}


class Page(HTMLParser):
    """A page as the list of its elements, in order, and the text of each."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements = []
        self.open = []
        self.feed(page.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag, attributes):
        """Note an element, with the elements that it stands in."""
        element = {"tag": tag, "attrs": dict(attributes), "in": list(self.open), "text": ""}
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        """Note an element that closes itself."""
        self.elements.append(
            {"tag": tag, "attrs": dict(attributes), "in": list(self.open), "text": ""}
        )

    def handle_endtag(self, tag):
        """Close the element that is open; any other would be a fault."""
        assert self.open.pop()["tag"] == tag

    def handle_data(self, data):
        """Add text to every open element."""
        for element in self.open:
            element["text"] += data

    def all(self, tag):
        """Every element of a tag, in order."""
        return [element for element in self.elements if element["tag"] == tag]

    def shape(self):
        """Tags, attribute names and depth: what no text may change."""
        return [(one["tag"], tuple(one["attrs"]), len(one["in"])) for one in self.elements]


def text_of(element):
    """The text of an element on one line, with ordinary spaces."""
    return " ".join(element["text"].split())


def within(page, outer, tag):
    """Every element of a tag that stands in another element."""
    return [one for one in page.all(tag) if any(around is outer for around in one["in"])]
