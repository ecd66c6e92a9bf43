"""From the JSON export back to a timeline, field by field."""

import msgspec
from msgspec import UNSET

from timeline import edtf, model
from timeline.export import _wire
from timeline.model import Span, TimeValue


def timeline(export: _wire.Export) -> model.Timeline:
    """The timeline of an export."""
    return model.Timeline(
        title=export.title,
        events=tuple(_ranked(event) for event in export.events),
        documents=tuple(_record(document) for document in export.documents),
        origins=tuple(
            model.Origin(o.id, o.documents, o.share, o.evidence) for o in export.origins
        ),
        unplaced=tuple(
            model.Unplaced(u.document, Span(u.start, u.end), u.line, u.text, u.reason)
            for u in export.unplaced
        ),
        problems=tuple(
            model.Problem(p.uri, p.stage, p.message, p.hint, p.line, p.note)
            for p in export.problems
        ),
        version=export.generator.removeprefix("timeline "),
    )


def _record(document: _wire.Document) -> model.DocumentRecord:
    date = document.date
    return model.DocumentRecord(
        id=document.id,
        source=model.Source(
            uri=document.uri,
            reader=document.reader,
            digest=document.sha256,
            title=document.title,
            publisher=document.publisher,
        ),
        language=document.language,
        length=document.length,
        dct=_dct(date),
        dct_basis=date.basis,
        dct_confidence=date.confidence,
        dct_evidence=tuple(
            model.Evidence(r.rung, r.text, r.value) for r in date.reasons
        ),
        agencies=document.agencies,
        pages=document.pages,
    )


def _dct(date: _wire.DocumentDate) -> TimeValue | None:
    if date.interval:
        return _value(date.interval)
    return edtf.parse(date.value) if date.value else None


def _ranked(event: _wire.Event) -> model.Ranked:
    found = model.Event(
        id=event.id,
        time=_value(event.date),
        basis=event.date.basis,
        status=event.status,
        headline=event.headline,
        summary=event.summary,
        confidence=event.confidence,
        mentions=tuple(_told(mention) for mention in event.mentions),
        origins=event.origin_ids,
        actors=event.actors,
        places=event.places,
        conflicts=tuple(_differing(conflict) for conflict in event.conflicts),
        links=event.links,
        corrected=event.corrected,
    )
    return model.Ranked(found, event.score, event.reasons)


def _told(mention: _wire.Mention) -> model.Mention:
    time = _value(mention.date)
    return model.Mention(
        id=mention.id,
        document_id=mention.document,
        span=Span(mention.start, mention.end),
        line=mention.line,
        sentence=mention.sentence,
        text=mention.text,
        headline=mention.headline,
        trigger=mention.trigger,
        action=mention.action,
        time=time,
        basis=mention.date.basis,
        status=mention.status,
        timex=_found(mention.timex, time) if mention.timex else None,
        actors=mention.actors,
        places=mention.places,
        quantities=mention.quantities,
        terms=mention.terms,
        reporter=mention.reporter,
        cues=mention.cues,
        context=mention.context or model.Context(),
        in_passing=mention.in_passing,
        is_entry=mention.is_entry,
    )


def _found(timex: _wire.Timex, time: TimeValue) -> model.Timex:
    own = _value(timex.time) if timex.time else None
    parts = tuple(
        _part(part, _value(part.time) if part.time else None) for part in timex.parts
    )
    whole = _part(timex, time if timex.time is UNSET else own)
    return msgspec.structs.replace(whole, parts=parts)


def _part(timex: _wire.Expression, time: TimeValue | None) -> model.Timex:
    return model.Timex(
        span=Span(timex.start, timex.end),
        kind=timex.type,
        value=timex.value,
        rule=timex.rule,
        anchor=timex.anchor,
        basis=timex.basis,
        mod=timex.mod,
        time=time,
    )


def _differing(conflict: _wire.Conflict) -> model.Conflict:
    claims = tuple(model.Claim(c.value, c.mentions) for c in conflict.claims)
    return model.Conflict(conflict.field, conflict.kind, claims)


def _value(date: _wire.Interval) -> TimeValue:
    """The interval again; ValueError where a bound is no day or moment."""
    first, last = edtf.parse(date.start), edtf.parse(date.end)
    return TimeValue(
        first.start, last.end, date.granularity, date.edtf, date.qualifier, date.zone
    )
