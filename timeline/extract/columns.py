"""What the columns of a table add to what is told in its rows: who, how much, what was done."""

from msgspec.structs import replace

from timeline.extract.account import Account
from timeline.extract.actions import named
from timeline.extract.author import whose_life
from timeline.extract.draft import Draft
from timeline.extract.junk import Sentence
from timeline.extract.page import Page
from timeline.extract.tables import Deed, amounts, owner
from timeline.lang.cues import Cues
from timeline.model import Status


def of_deed(found: Account, deed: Deed, words: Cues) -> Account:
    """What is told of what a column of a table says was done, or is to be done by then."""
    known = (named(word, words) for word in deed.name.split())
    name = next(filter(None, known), deed.name)
    status = Status.PLANNED if deed.is_due else found.status
    return replace(found, trigger=deed.name, action=name, status=status)


def owned_by(page: Page, sentence: Sentence, draft: Draft) -> str | None:
    """Whose life a line is of that names nobody: "2009–2015 Engineer, Orvik Ltd"; or what
    the row of a table is about."""
    row, group = page.row(sentence.span), draft.group
    if row is not None:
        return owner(row, page.document.text)
    if group is not None and group.finite and group.first > draft.first:
        return None
    return whose_life(page.document.text, page.cues.reporting.vitae.pattern)


def as_written(page: Page, sentence: Sentence, line: str) -> str:
    """A line, or what the row says in its words, where that makes no sentence."""
    row = page.row(sentence.span)
    cell = row.cell_in(sentence.span) if row and not line else None
    return page.document.text[cell.start : cell.end] if cell else line


def with_amount(page: Page, sentence: Sentence, line: str) -> str:
    """A line with what its row says of how much it was."""
    row = page.row(sentence.span)
    found = amounts(row, page.document.text) if row and line else ()
    much = ", ".join(f"{name} {sum_}" for name, sum_ in found if sum_ not in line)
    return f"{line} ({much})" if much else line
