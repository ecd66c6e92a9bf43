"""Web pages as browsers save them: the words of the article, and what the page says of it.

Main text is found by trafilatura; where it finds none, all words of the page are taken.
Offsets are those of the words, not of the markup. What dates the page is read here, word
for word, since a date must say where it stands: the library guesses, and asks the clock.
"""

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from timeline.model import Hint, Problem, RawDocument
from timeline.read._decode import decode
from timeline.read._refused import Refused, missing
from timeline.read._source import remarks, source

SUFFIXES = (".html", ".htm", ".xhtml")

_DATES = {
    "article:published_time": "published",
    "og:article:published_time": "published",
    "og:published_time": "published",
    "datepublished": "published",
    "date.published": "published",
    "dc.date.issued": "published",
    "dcterms.issued": "published",
    "dcterms.created": "published",
    "citation_publication_date": "published",
    "citation_date": "published",
    "parsely-pub-date": "published",
    "sailthru.date": "published",
    "publish-date": "published",
    "publication_date": "published",
    "pubdate": "published",
    "dc.date": "date",
    "dcterms.date": "date",
    "date": "date",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "datemodified": "updated",
    "dcterms.modified": "updated",
}
"""Names of meta elements that date a page, by the name that the hint gets."""

_PUBLISHERS = ("og:site_name", "publisher", "dc.publisher", "dcterms.publisher")
_ARTICLE = re.compile(r"article|posting|report|webpage", re.IGNORECASE)
_CHARSET = re.compile(
    rb"""<meta[^>]{1,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I
)
_HEAD = 4096
"""Bytes in which a page says its encoding; browsers look at the first 1,024."""

_OURS = re.compile(r"timeline \d")
_SNIFFED = re.compile(rb"\s*(?:<!doctype html|<html\b)", re.IGNORECASE)
_BLANKS = re.compile(r"\s+")

_KIND = "page"
_NEEDS = "is a web page, which needs optional packages"

_BLOCKS = frozenset(
    "address article aside blockquote br dd div dl dt figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul".split()
)
_UNSEEN = ("script", "style", "noscript", "template", "head", "svg", "iframe")


def sniff(data: bytes) -> bool:
    """Whether it begins as a page does."""
    return _SNIFFED.match(data.removeprefix(codecs.BOM_UTF8)) is not None


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The article of the page, and what its head says of it."""
    markup, note = _decoded(data)
    yield from remarks(uri, note)
    tree = _tree(markup)
    metas = _metas(tree)
    if _OURS.match(metas.get("generator", "")):
        message = "is a timeline that was built here, and no source"
        raise Refused(message, "Leave it out, or keep it in another folder.")
    title = metas.get("og:title") or _first(tree, "//title") or _first(tree, "//h1")
    publisher = next((metas[name] for name in _PUBLISHERS if name in metas), None)
    yield RawDocument(
        source(uri, "html", data, title, publisher),
        _article(tree),
        (tree.get("lang") or "").partition("-")[0] or None,
        tuple(dict.fromkeys((*_dates(metas), *_linked(tree), *_times(tree)))),
    )


def words(markup: str) -> str:
    """All the words of some markup, a block of them a line. Refused without the extra."""
    return _all(_tree(markup))


def _decoded(data: bytes) -> tuple[str, str | None]:
    """The markup, in the encoding that it names where it is not UTF-8."""
    named = _CHARSET.search(data, 0, _HEAD)
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        if named is None:
            return decode(data)
    try:
        return data.decode(named[1].decode("ascii")), None
    except (LookupError, UnicodeDecodeError):
        return decode(data)


def _tree(markup: str) -> Any:
    try:
        from lxml import etree, html
    except ImportError as error:
        raise missing(_NEEDS, "html") from error
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.ParserError as error:
        message = "holds markup, but no words"
        raise Refused(
            message, "Open it in a browser to see what became of it."
        ) from error


def _article(tree: Any) -> str:
    """The main text, or if none stands out all the text that is seen."""
    try:
        from trafilatura import extract
    except ImportError as error:
        raise missing(_NEEDS, "html") from error
    try:
        found = extract(tree, include_comments=False, favor_recall=True)
    except Exception:  # It says of no error that it could raise.
        found = None
    return found or _all(tree)


def _all(tree: Any) -> str:
    """The words that are seen, those of each block on a line of their own."""
    pieces: list[str] = []
    for event, element in _walk(tree):
        pieces += ["\n"] if element.tag in _BLOCKS else []
        text = (element.text if event == "start" else element.tail) or ""
        is_set = event == "start" and element.tag == "pre"
        pieces.append(text if is_set else _BLANKS.sub(" ", text))
    lines = (_BLANKS.sub(" ", line).strip() for line in "".join(pieces).splitlines())
    return "\n".join(filter(None, lines))


def _walk(tree: Any) -> Iterator[tuple[str, Any]]:
    """Elements as they begin and end; what is in unseen ones is passed over."""
    from lxml import etree

    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag in _UNSEEN:
            walk.skip_subtree()
        elif event == "end" or element.tag not in _UNSEEN:
            yield event, element


def _metas(tree: Any) -> Mapping[str, str]:
    """What the head says, by lower-case name; the first where a name is said twice."""
    found: dict[str, str] = {}
    for meta in tree.iterfind(".//meta[@content]"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if value := " ".join(meta.get("content").split()):
            found.setdefault(name.lower(), value)
    return found


def _dates(metas: Mapping[str, str]) -> Iterator[Hint]:
    for name, value in metas.items():
        if name in _DATES:
            yield Hint(_KIND, _DATES[name], value)


def _linked(tree: Any) -> Iterator[Hint]:
    """Dates of the article in linked data (schema.org as JSON-LD)."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            data = msgspec.json.decode(script.text or "")
        except (msgspec.DecodeError, RecursionError):
            continue
        for item in _items(data):
            yield from _of_item(item)


def _items(data: Any) -> Iterator[Mapping[str, Any]]:
    """What is described: an object, those of a list, those of a graph."""
    listed = data if isinstance(data, list) else [data]
    for item in listed:
        if isinstance(item, dict):
            graph = item.get("@graph")
            yield item
            yield from (
                (one for one in graph if isinstance(one, dict))
                if isinstance(graph, list)
                else ()
            )


def _of_item(item: Mapping[str, Any]) -> Iterator[Hint]:
    if not _ARTICLE.search(str(item.get("@type"))):
        return
    for key, name in (("datePublished", "published"), ("dateModified", "updated")):
        if isinstance(item.get(key), str):
            yield Hint(_KIND, name, item[key])


def _times(tree: Any) -> Iterator[Hint]:
    """Elements of the page that are marked as the date of its publication."""
    marked = ".//*[@itemprop='datePublished']", ".//time[@pubdate]"
    for element in (found for path in marked for found in tree.iterfind(path)):
        value = element.get("datetime") or element.get("content")
        if value:
            yield Hint(_KIND, "published", value)


def _first(tree: Any, path: str) -> str | None:
    """The words of the first such element."""
    found = tree.find(f".{path}")
    return None if found is None else " ".join(found.text_content().split()) or None
