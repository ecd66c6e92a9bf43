"""Builders for values that tests need: documents, time expressions, mentions."""

import hashlib
from typing import Any

import pytest
from hypothesis import settings

from timeline import edtf, model
from timeline.text.stems import content_stems

Values = dict[str, Any]

# How long an example takes says more of what else the machine does than of the code.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(autouse=True, scope="session")
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A cache of our own: tests neither see nor touch that of the user."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIMELINE_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


def document(
    text: str, dct: str | None = "2031-05-08", **fields: Any
) -> model.Document:
    """A document in English with the given creation time, its id made from its text."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    source = model.Source(f"{digest[:4]}.txt", "text", digest)
    values: Values = {"id": digest[:12], "source": source, "text": text}
    values |= {"language": "en", "dct": edtf.parse(dct) if dct else None}
    return model.Document(**(values | fields))


def timex(
    source: model.Document | str, words: str, value: str | None, **fields: Any
) -> model.Timex:
    """The expression `words` (its `nth` place, from 0) with an EDTF value, or None."""
    text = source if isinstance(source, str) else source.text
    start = -1
    for _ in range(fields.pop("nth", 0) + 1):
        start = text.index(words, start + 1)
    kind = model.Kind.TIME if value and "T" in value else model.Kind.DATE
    values: Values = {"span": model.Span(start, start + len(words)), "kind": kind}
    values |= {"value": value or "XXXX", "time": edtf.parse(value) if value else None}
    values["rule"] = "test"
    if fields.get("basis") is model.Basis.RELATIVE:
        values["anchor"] = model.Anchor.DCT
    return model.Timex(**(values | fields))


def mention(
    headline: str, time: str = "2031-05-01", document_id: str = "d1", **fields: Any
) -> model.Mention:
    """A mention with this headline as its text; terms are made from it unless given."""
    start = fields.pop("start", 0)
    key = f"{document_id}:{start}:{headline}:{time}"
    values: Values = {"id": hashlib.sha256(key.encode()).hexdigest()[:12]}
    values |= {"document_id": document_id, "line": 1, "sentence": 0}
    values |= {"span": model.Span(start, start + len(headline)), "text": headline}
    values |= {"headline": headline, "trigger": "", "action": ""}
    values |= {"time": edtf.parse(time), "basis": model.Basis.EXPLICIT}
    values |= {"status": model.Status.HAPPENED, "terms": content_stems(headline)}
    return model.Mention(**(values | fields))
