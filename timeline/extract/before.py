"""What stands before a sentence, which its pronouns can point back to."""

from msgspec import Struct

from timeline.extract.names import Names
from timeline.extract.reading import Reading, Role

_OPENING = frozenset('"“„«`')


class Context(Struct, frozen=True):
    """What a pronoun can point back to: its sentence, those before it, the names.

    `earlier` are the sentences before, the nearest first.
    """

    reading: Reading
    earlier: tuple[Reading, ...]
    names: Names

    @property
    def before(self) -> Reading | None:
        """The sentence before, if there is one."""
        return self.earlier[0] if self.earlier else None


def is_about(reading: Reading, form: str) -> bool:
    """Whether the same pronoun is the subject: whom else it names is another."""
    for clause in reading.clauses:
        if clause.group and clause.role in (Role.MAIN, Role.REPORT):
            subject = reading.words[clause.first : clause.group.first]
            return any(word.low == form for word in subject)
    return False


def is_quoted(reading: Reading) -> bool:
    """Whether a sentence begins with the words of someone: it breaks off no story."""
    return reading.words[0].low in _OPENING
