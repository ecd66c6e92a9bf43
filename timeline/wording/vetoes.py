"""What can forbid that two tellings are one event, in words."""

from collections.abc import Mapping

PREFIX = "veto: "
"""How a veto stands among the reasons of a link, with the amount 0."""

VETOES: Mapping[str, str] = {
    "one sentence": "one sentence tells of both",
    "told apart": "one document tells of two actions",
    "numbers": "another number or row of one thing, as a second blast",
    "people": "it happened to other people",
    "law": "a step of the law is not what it is about",
    "speakers": "other people said it",
    "places": "in other places, and neither document hears of the other's",
    "surroundings": "only their documents, days and places agree",
    "status": "one happened, the other is planned, denied or supposed",
    "dates": "their dates exclude each other",
    "spans": "one is of several days, the other of some of them",
}
"""Every veto that is tried on two tellings, in the order it is tried."""


def met(reasons: tuple[tuple[str, float], ...]) -> tuple[str, ...]:
    """The vetoes among the reasons of a link, in words."""
    names = (name.removeprefix(PREFIX) for name, _ in reasons if _is_veto(name))
    return tuple(VETOES.get(name, name) for name in names)


def without(reasons: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    """The reasons that are amounts."""
    return tuple(reason for reason in reasons if not _is_veto(reason[0]))


def _is_veto(name: str) -> bool:
    return name.startswith(PREFIX)
