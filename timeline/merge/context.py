"""What events are made from."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from timeline.merge.folder import Folder
from timeline.merge.pairs import Totals
from timeline.model import DocumentRecord, Origin


class Context(Struct, frozen=True):
    """What events are made from: profiles, documents by id, origin ids by document.

    And the totals of pairs of mentions, as far as they are known.
    """

    folder: Folder
    documents: Mapping[str, DocumentRecord]
    origins: Mapping[str, str]
    totals: Totals


def context(
    folder: Folder,
    documents: Iterable[DocumentRecord],
    origins: Iterable[Origin],
    totals: Totals,
) -> Context:
    """The context of all documents and their origins."""
    return Context(
        folder,
        {document.id: document for document in documents},
        {id_: origin.id for origin in origins for id_ in origin.document_ids},
        totals,
    )
