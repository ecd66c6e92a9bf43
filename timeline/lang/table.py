"""Read a language table (`lang/xx.toml`): words with values, phrases, cues, rules."""

import tomllib
from functools import cache
from importlib import resources

import msgspec
from msgspec import Struct

from timeline.errors import LanguageError

Value = int | float | str


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """A phrasing: which meaning, in which words, shown by examples and misses.

    An example is (text with the expression in brackets, TIMEX3 value). A miss is a text in
    which the rule must find nothing. `values` are slots that the whole rule fills. The last
    `context` words of the pattern only stand behind the expression.
    """

    name: str
    meaning: str
    pattern: str
    examples: tuple[tuple[str, str], ...]
    misses: tuple[str, ...]
    gate: str | None = None
    context: int = 0
    values: dict[str, Value] = {}


class Prefix(Struct, frozen=True, forbid_unknown_fields=True):
    """Words before an expression that belong to it and set its TIMEX3 mod."""

    name: str
    mod: str
    pattern: str
    on: tuple[str, ...]


class Table(Struct, frozen=True, forbid_unknown_fields=True):
    """Everything that is known of the time words of one language.

    `words` and `phrases` fill slots; `says` gives, attribute by attribute, what a word adds
    wherever it stands in a phrase.
    """

    code: str
    name: str
    words: dict[str, dict[str, Value]]
    phrases: dict[str, dict[str, Value]]
    says: dict[str, dict[str, Value]]
    cues: dict[str, tuple[str, ...]]
    rule: tuple[Rule, ...]
    prefix: tuple[Prefix, ...] = ()


@cache
def has_table(language: str) -> bool:
    """Whether there is a table of time words for the language."""
    return resources.files(__package__).joinpath(f"{language}.toml").is_file()


@cache
def table(language: str) -> Table:
    """The table of a language. LanguageError names what is missing or malformed."""
    try:
        text = (
            resources.files(__package__).joinpath(f"{language}.toml").read_text("utf-8")
        )
        return msgspec.convert(tomllib.loads(text), Table)
    except FileNotFoundError:
        raise LanguageError(f"there is no table for language {language!r}") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise LanguageError(f"lang/{language}.toml: {error}") from None
