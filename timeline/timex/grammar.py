"""Rule patterns, compiled to an automaton over tokens.

A pattern is a row of elements: `{slot}` stands for one token of that word class (written
`{name:class}` to give the slot another name), a plain word for itself, `[…]` for
something optional, `(a|b)` for a choice. Between elements stands white space, or what is
written there: `-` a hyphen or dash, `~` either, `,` a comma, `,?` a comma or none, `'s` a
genitive. Choices are multiplied out and put into one trie, in which a token may take
several edges (`second` is a unit and an ordinal); sets of trie nodes are made into states
the first time that they are met, so finding costs one dict look-up a token.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import product

from msgspec import Struct

from timeline.errors import LanguageError

GAP_LABELS = {
    "space": frozenset({" ", "~", ",?"}),
    "hyphen": frozenset({"-", "~"}),
    "comma": frozenset({",", ",?"}),
    "genitive": frozenset({"'"}),
    "plural genitive": frozenset({"'_"}),
    "none": frozenset({"+"}),
}
"""What may stand between two tokens, and the pattern marks that it satisfies."""

_PIECE = re.compile(
    r"(?P<gap>,\?\s*|,\s*|~|-|\+|'(?=\w)|'\s+|\s+)|(?P<open>[\[(])|(?P<close>[\])])|(?P<bar>\|)"
    r"|\{(?P<name>\w+)(?::(?P<kind>\w+))?\}|(?P<word>[^\W_]+\.?|[^\s\w])"
)

MAX_SEQUENCES = 4000
"""A pattern with more readings than this is a mistake in the table."""


class Element(Struct, frozen=True):
    """One token of a flat pattern: the edge label it needs, and the slot it fills."""

    label: str
    slot: str | None = None


class Constant(Struct, frozen=True):
    """A slot whose value is known from the phrase that was read; takes no token."""

    slot: str
    value: int | float | str


Flat = tuple[Element | Constant | str, ...]
"""A flat pattern: elements with gap marks (plain strings) between them."""

Phrases = Mapping[str, Mapping[str, int | float | str]]
"""Slot class to its fixed phrases and their values."""


def flatten(pattern: str, phrases: Phrases) -> tuple[Flat, ...]:
    """Every reading of a pattern. LanguageError if it is malformed."""
    pieces = list(_PIECE.finditer(pattern))
    if "".join(piece[0] for piece in pieces) != pattern:
        raise LanguageError(f"cannot read the pattern {pattern!r}")
    readings, rest = _choice(pieces, 0, pattern, phrases)
    if rest != len(pieces):
        raise LanguageError(f"unbalanced brackets in the pattern {pattern!r}")
    flats = tuple(dict.fromkeys(_tidy(reading) for reading in readings))
    if len(flats) > MAX_SEQUENCES or () in flats:
        raise LanguageError(
            f"the pattern {pattern!r} has too many readings, or an empty one"
        )
    return flats


def _choice(
    pieces: list[re.Match[str]], at: int, pattern: str, phrases: Phrases
) -> tuple[list[Flat], int]:
    """Readings of alternatives up to a closing bracket, and where they end."""
    found: list[Flat] = []
    while True:
        readings, at = _row(pieces, at, pattern, phrases)
        found += readings
        if at == len(pieces) or not pieces[at]["bar"]:
            return found, at
        at += 1


def _row(
    pieces: list[re.Match[str]], at: int, pattern: str, phrases: Phrases
) -> tuple[list[Flat], int]:
    parts: list[list[Flat]] = []
    while at < len(pieces) and not pieces[at]["bar"] and not pieces[at]["close"]:
        piece = pieces[at]
        if piece["open"]:
            inner, at = _choice(pieces, at + 1, pattern, phrases)
            if at == len(pieces):
                raise LanguageError(f"unbalanced brackets in the pattern {pattern!r}")
            parts.append([*inner, ()] if piece["open"] == "[" else inner)
        elif piece["gap"]:
            parts.append([(_gap_mark(piece["gap"]),)])
        elif piece["name"]:
            parts.append(_slot(piece["name"], piece["kind"] or piece["name"], phrases))
        else:
            parts.append([(Element(piece["word"].lower()),)])
        at += 1
    return [sum(choice, ()) for choice in product(*parts)], at


def _gap_mark(written: str) -> str:
    if written.startswith("'") and len(written) > 1:
        return "'_"
    return written.strip() or " "


def _slot(name: str, kind: str, phrases: Phrases) -> list[Flat]:
    """The readings of a slot: one token of a class, or one of several fixed phrases."""
    if kind not in phrases:
        return [(Element("{" + kind + "}", name),)]
    return [
        (Constant(name, value), *flat)
        for phrase, value in phrases[kind].items()
        for flat in flatten(phrase, {})
    ]


def _tidy(flat: Flat) -> Flat:
    """Drop gap marks at the ends and doubled ones, which options leave behind."""
    constants = tuple(item for item in flat if isinstance(item, Constant))
    tidy: list[Element | str] = []
    for item in flat:
        if isinstance(item, Constant):
            continue
        if isinstance(item, str) and (not tidy or isinstance(tidy[-1], str)):
            if tidy and item != " ":
                tidy[-1] = item
            continue
        if isinstance(item, Element) and tidy and isinstance(tidy[-1], Element):
            tidy.append("+")
        tidy.append(item)
    while tidy and isinstance(tidy[-1], str):
        tidy.pop()
    return constants + tuple(tidy)


class Reading(Struct, frozen=True):
    """A complete match: the rule, and (slot, its word class, token from 0) in order.

    `serial` tells it from every other reading of the automaton.
    """

    rule: int
    serial: int
    slots: tuple[tuple[str, str, int], ...]
    constants: tuple[tuple[str, int | float | str], ...] = ()


class _Node:
    """A node of the trie."""

    __slots__ = ("edges", "reading", "serial")

    def __init__(self, serial: int) -> None:
        self.serial = serial
        self.edges: dict[str, _Node] = {}
        self.reading: Reading | None = None


class State:
    """A state of the automaton: `next` is filled as symbols are met.

    `readings` are what may be complete here, the rule that stands first in the table last.
    """

    __slots__ = ("next", "nodes", "readings")

    def __init__(self, nodes: tuple[_Node, ...]) -> None:
        self.nodes = nodes
        self.next: dict[int, State | None] = {}
        readings = [node.reading for node in nodes if node.reading]
        self.readings = sorted(readings, key=lambda r: r.rule, reverse=True)


COMMON = frozenset(
    "{number} {ordinal} {nth} {day} {fraction} {nums} {hhmm} {clockdot} {yy}".split()
)
"""Word classes too common to look around: every pattern also has something rarer."""


class Automaton:
    """All patterns of a language. Symbols are ints from `symbol`, stable in one process.

    `anchors` are labels of which every pattern needs at least one, so that only the
    surroundings of such words must be looked at.
    """

    def __init__(
        self, patterns: Iterable[tuple[int, str, bool]], phrases: Phrases
    ) -> None:
        """Patterns come as (rule, pattern, whether it is a find by itself)."""
        self._root = _Node(0)
        self._size = 0
        self._symbols: dict[frozenset[str], int] = {}
        self._labels: list[frozenset[str]] = []
        self._states: dict[tuple[int, ...], State] = {}
        self.words: set[str] = set()
        self.anchors: set[str] = set()
        for rule, pattern, is_find in patterns:
            for flat in flatten(pattern, phrases):
                self._add(rule, flat)
                if is_find:
                    self._anchor(flat)
        self.start = State((self._root,))
        self.gaps: Mapping[str, int] = {
            name: self.symbol(labels) for name, labels in GAP_LABELS.items()
        }

    def _add(self, rule: int, flat: Flat) -> None:
        node, slots, token = self._root, [], 0
        constants = tuple((c.slot, c.value) for c in flat if isinstance(c, Constant))
        for item in flat:
            if isinstance(item, Constant):
                continue
            if isinstance(item, str):
                label = item
            else:
                label = item.label
                if item.slot:
                    slots.append((item.slot, label, token))
                else:
                    self.words.add(label)
                token += 1
            if label not in node.edges:
                self._size += 1
                node.edges[label] = _Node(self._size)
            node = node.edges[label]
        if node.reading is None or rule < node.reading.rule:
            node.reading = Reading(rule, node.serial, tuple(slots), constants)

    def _anchor(self, flat: Flat) -> None:
        """Make sure of an anchor: the rare word classes, else the longest word."""
        labels = [item.label for item in flat if isinstance(item, Element)]
        rare = {label for label in labels if label[0] == "{"} - COMMON
        words = [label for label in labels if label[0] != "{"]
        self.anchors |= rare or {
            max(words or labels, key=lambda word: (len(word), word))
        }

    def symbol(self, labels: frozenset[str]) -> int:
        """The symbol of tokens that carry exactly these labels."""
        known = self._symbols.get(labels)
        if known is None:
            known = self._symbols[labels] = len(self._labels)
            self._labels.append(labels)
        return known

    def step(self, state: State, symbol: int) -> State | None:
        """The state after a symbol, or None where no pattern goes on."""
        labels = self._labels[symbol]
        nodes = [
            node.edges[label]
            for node in state.nodes
            for label in labels & node.edges.keys()
        ]
        following = None
        if nodes:
            nodes.sort(key=lambda node: node.serial)
            key = tuple(node.serial for node in nodes)
            following = self._states.get(key)
            if following is None:
                following = self._states[key] = State(tuple(nodes))
        state.next[symbol] = following
        return following
