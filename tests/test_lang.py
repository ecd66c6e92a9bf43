"""The tables of time words: every row shown right by its examples and its misses."""

import tomllib
from pathlib import Path

import pytest
from conftest import document

from timeline import timex
from timeline.errors import LanguageError
from timeline.lang.table import Rule, has_table, table
from timeline.model import Timex

DCT = "2013-02-12"
"""The document date of all examples: a Tuesday."""

FOLDER = Path(timex.__file__).parent.parent / "lang"
TABLES = sorted(
    path.stem
    for path in FOLDER.glob("*.toml")
    if "rule" in tomllib.loads(path.read_text("utf-8"))
)
RULES = [(code, rule) for code in TABLES for rule in table(code).rule]
NOTHING = "nothing"


def tag(text: str, code: str) -> tuple[Timex, ...]:
    return timex.tag(document(text, DCT, language=code)).timexes


def found(text: str, timexes: tuple[Timex, ...]) -> list[tuple[str, str, str]]:
    return [(text[t.span.start : t.span.end], t.value, t.rule) for t in timexes]


@pytest.mark.parametrize(
    ("code", "rule"), RULES, ids=[f"{code}: {rule.name}" for code, rule in RULES]
)
def test_every_rule_is_shown(code: str, rule: Rule) -> None:
    assert rule.misses, "no near-miss"
    assert rule.examples or rule.meaning == NOTHING, "no example"


@pytest.mark.parametrize("code", TABLES)
def test_names_of_rules_are_unique(code: str) -> None:
    names = [rule.name for rule in table(code).rule]

    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if "+" in name] == []


EXAMPLES = [
    (code, rule.name, text, value)
    for code, rule in RULES
    for text, value in rule.examples
]


@pytest.mark.parametrize(
    ("code", "rule", "marked", "value"),
    EXAMPLES,
    ids=[f"{rule}: {text}" for _, rule, text, _ in EXAMPLES],
)
def test_example(code: str, rule: str, marked: str, value: str) -> None:
    before, rest = marked.split("[")
    inside, after = rest.split("]")
    text = before + inside + after

    timexes = tag(text, code)

    at = [t for t in timexes if t.span.start == len(before)]
    expected = [(inside, value)]
    assert [(x, v) for x, v, _ in found(text, tuple(at))] == expected, found(
        text, timexes
    )
    assert rule in at[0].rule.split("+")


MISSES = [(code, rule, text) for code, rule in RULES for text in rule.misses]


@pytest.mark.parametrize(
    ("code", "rule", "text"),
    MISSES,
    ids=[f"{rule.name}: {text}" for _, rule, text in MISSES],
)
def test_miss(code: str, rule: Rule, text: str) -> None:
    timexes = tag(text, code)

    if rule.meaning != NOTHING:
        timexes = tuple(t for t in timexes if rule.name in t.rule.split("+"))
    assert found(text, timexes) == []


def test_a_missing_table_is_named() -> None:
    assert not has_table("tlh")
    with pytest.raises(LanguageError, match="tlh"):
        table("tlh")
