"""JSON, the format that keeps everything: `read` gives back what `render` was given."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from msgspec import UNSET, Struct
from msgspec.structs import replace

from timeline import civil, edtf, model
from timeline.civil import DAY
from timeline.errors import InputError
from timeline.export import _reread, _wire
from timeline.model import Granularity, Timeline, TimeValue
from timeline.options import View
from timeline.wording import context, marks, safe

SUFFIX = ".json"


class _Head(Struct):
    """Only what tells which form a file has."""

    schema: str


def render(timeline: Timeline, view: View) -> bytes:
    """The whole timeline, indented, in UTF-8."""
    return b"".join(pieces(timeline, view))


def pieces(timeline: Timeline, view: View) -> Iterator[bytes]:
    """The same piece by piece: of a large folder all of it is more than memory."""
    before = b"{"
    for name, value in _fields(timeline).items():
        yield before + f'\n "{name}": '.encode()
        if isinstance(value, str):
            yield encoded(value)
        else:
            yield from _listed(value)
        before = b","
    yield b"\n}\n"


def _listed(values: Iterable[Struct]) -> Iterator[bytes]:
    """The list as it stands in the export, one level down."""
    before = b"[\n  "
    is_empty = True
    for value in values:
        text = msgspec.json.format(encoded(value), indent=1)
        yield before + text.replace(b"\n", b"\n  ")
        before, is_empty = b",\n  ", False
    yield b"[]" if is_empty else b"\n ]"


def encoded(value: Any) -> bytes:
    """JSON on one line, also of text that UTF-8 has no form for."""
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_encodable(msgspec.to_builtins(value)))


def read(data: bytes) -> Timeline:
    """The timeline of an export. InputError if it is none, or of a later form."""
    try:
        form = msgspec.json.decode(data, type=_Head).schema
        if form != _wire.SCHEMA:
            raise InputError(
                f"this export has the form {safe.line(form)}, known is {_wire.SCHEMA}",
                "upgrade: pip install -U timeline",
            )
        return _reread.timeline(msgspec.json.decode(data, type=_wire.Export))
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise InputError(
            f"not a timeline export: {safe.line(str(error))}",
            "make one with: timeline build FOLDER -o timeline.json",
        ) from error


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of the export."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Timeline export, {_wire.SCHEMA}",
        **msgspec.json.schema(_wire.Export),
    }


def _encodable(value: Any) -> Any:
    """Builtins without lone surrogates (file names that are no UTF-8 have them)."""
    if isinstance(value, str):
        return safe.encodable(value)
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_encodable(item) for item in value]
    return value


def _fields(timeline: Timeline) -> dict[str, str | Iterable[Struct]]:
    """What `_wire.Export` has, in its order; what is many is made as it is asked for."""
    origins = {i: origin.id for origin in timeline.origins for i in origin.document_ids}
    return {
        "schema": _wire.SCHEMA,
        "title": timeline.title,
        "generator": f"timeline {timeline.version}",
        "documents": (_document(d, origins.get(d.id)) for d in timeline.documents),
        "origins": map(_origin, timeline.origins),
        "events": events(timeline),
        "unplaced": map(_unplaced, timeline.unplaced),
        "problems": map(_problem, timeline.problems),
    }


def events(timeline: Timeline) -> Iterator[_wire.Event]:
    """The events in the form of the export, each made as it is asked for."""
    return map(_event, timeline.events)


def _origin(origin: model.Origin) -> _wire.Origin:
    return _wire.Origin(
        id=origin.id,
        documents=origin.document_ids,
        share=float(origin.share),
        evidence=origin.evidence,
    )


def _document(record: model.DocumentRecord, origin: str | None) -> _wire.Document:
    source, evidence = record.source, record.dct_evidence
    return _wire.Document(
        id=record.id,
        uri=source.uri,
        title=source.title,
        language=record.language,
        sha256=source.digest,
        origin=origin,
        date=_wire.DocumentDate(
            value=record.dct.edtf if record.dct else None,
            basis=record.dct_basis,
            confidence=float(record.dct_confidence),
            evidence=evidence[0].text if evidence else None,
            interval=_unspelt(record.dct),
            reasons=tuple(
                _wire.Evidence(rung=e.rung, text=e.text, value=e.value)
                for e in evidence
            ),
        ),
        publisher=source.publisher,
        reader=source.reader,
        length=record.length,
        agencies=record.agencies,
        pages=record.pages,
    )


def _unspelt(value: TimeValue | None) -> _wire.Interval | None:
    """The interval, where its EDTF text does not say all of it."""
    return _interval(value) if value and not _is_spelt(value) else None


def _is_spelt(value: TimeValue) -> bool:
    try:
        return edtf.parse(value.edtf) == value
    except ValueError:
        return False


def _event(ranked: model.Ranked) -> _wire.Event:
    event = ranked.event
    return _wire.Event(
        id=event.id,
        headline=event.headline,
        summary=event.summary,
        date=_date(event.time, event.basis),
        status=event.status,
        actors=event.actors,
        places=event.places,
        score=float(ranked.score),
        confidence=float(event.confidence),
        sources=marks.sources(event),
        origins=len(event.origins),
        mentions=tuple(_mention(mention) for mention in event.mentions),
        conflicts=tuple(_conflict(conflict) for conflict in event.conflicts),
        origin_ids=event.origins,
        reasons=_floats(ranked.reasons),
        links=tuple(_link(link) for link in event.links),
        corrected=event.corrected,
    )


# An int where a float is meant would be written as `1` now and as `1.0` once reread.


def _floats(pairs: tuple[tuple[str, float], ...]) -> tuple[tuple[str, float], ...]:
    return tuple((name, float(amount)) for name, amount in pairs)


def _link(link: model.Link) -> model.Link:
    return replace(
        link,
        score=float(link.score),
        margin=float(link.margin),
        reasons=_floats(link.reasons),
    )


def _quantity(quantity: model.Quantity) -> model.Quantity:
    return replace(quantity, value=float(quantity.value))


def _mention(mention: model.Mention) -> _wire.Mention:
    return _wire.Mention(
        id=mention.id,
        document=mention.document_id,
        start=mention.span.start,
        end=mention.span.end,
        line=mention.line,
        text=mention.text,
        status=mention.status,
        reporter=mention.reporter,
        date=_date(mention.time, mention.basis),
        timex=_timex(mention.timex, mention) if mention.timex else None,
        headline=mention.headline,
        sentence=mention.sentence,
        trigger=mention.trigger,
        action=mention.action,
        actors=mention.actors,
        places=mention.places,
        quantities=tuple(_quantity(q) for q in mention.quantities),
        terms=mention.terms,
        cues=mention.cues,
        context=mention.context if mention.context != model.Context() else None,
        in_passing=mention.in_passing,
        is_entry=mention.is_entry,
    )


def _timex(timex: model.Timex, mention: model.Mention) -> _wire.Timex:
    time = _interval(timex.time) if timex.time else None
    return _wire.Timex(
        **_timex_fields(timex, mention),
        time=UNSET if timex.time == mention.time else time,
        parts=tuple(
            _wire.TimexPart(
                **_timex_fields(part, mention),
                time=_interval(part.time) if part.time else None,
            )
            for part in timex.parts
        ),
    )


def _timex_fields(timex: model.Timex, mention: model.Mention) -> dict[str, Any]:
    return {
        "text": context.said(mention, timex.span),
        "start": timex.span.start,
        "end": timex.span.end,
        "type": timex.kind,
        "value": timex.value,
        "mod": timex.mod,
        "rule": timex.rule,
        "anchor": timex.anchor,
        "basis": timex.basis,
    }


def _conflict(conflict: model.Conflict) -> _wire.Conflict:
    claims = (
        _wire.Claim(value=c.value, mentions=c.mention_ids) for c in conflict.claims
    )
    return _wire.Conflict(
        field=conflict.field, kind=conflict.kind, claims=tuple(claims)
    )


def _unplaced(unplaced: model.Unplaced) -> _wire.Unplaced:
    return _wire.Unplaced(
        document=unplaced.document_id,
        start=unplaced.span.start,
        end=unplaced.span.end,
        line=unplaced.line,
        text=unplaced.text,
        reason=unplaced.reason,
    )


def _problem(problem: model.Problem) -> _wire.Problem:
    return _wire.Problem(
        uri=problem.uri,
        stage=problem.stage,
        message=problem.message,
        hint=problem.hint,
        line=problem.line,
        note=problem.is_note,
    )


def _interval_fields(value: TimeValue) -> dict[str, Any]:
    last = max(value.start, value.end - 1)
    has_clock = value.granularity.fineness >= Granularity.PART_OF_DAY.fineness
    if has_clock or value.start % DAY or value.end % DAY:
        start, end = civil.moment_text(value.start), civil.moment_text(last)
    else:
        start, end = civil.day_text(value.start // DAY), civil.day_text(last // DAY)
    return {
        "edtf": value.edtf,
        "start": start,
        "end": end,
        "granularity": value.granularity,
        "qualifier": value.qualifier,
        "zone": value.zone,
    }


def _interval(value: TimeValue) -> _wire.Interval:
    return _wire.Interval(**_interval_fields(value))


def _date(value: TimeValue, basis: model.Basis) -> _wire.Date:
    return _wire.Date(**_interval_fields(value), basis=basis)
