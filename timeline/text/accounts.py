"""Texts in which someone tells what he saw and did."""

import re

_I = re.compile(r"(?<![\w.“\"])I (?=[a-z])")

_OFTEN, _FAR_APART = 6, 300
"""How often "I" is said in an account, and characters for each time."""


def is_account(text: str) -> bool:
    """Whether "I" is said again and again, and not only where someone is quoted."""
    if text.count("I ") < _OFTEN:
        return False
    said = sum(1 for _ in _I.finditer(text))
    return said >= _OFTEN and said * _FAR_APART >= len(text)
