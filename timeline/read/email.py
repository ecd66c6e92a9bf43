"""Mails as mail programs save them (RFC 5322): read as a text that begins with headers."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.model import Problem, RawDocument
from timeline.read import html
from timeline.read._decode import decode
from timeline.read._refused import damaged
from timeline.read._source import source

if TYPE_CHECKING:  # 15 ms that only who has mails should pay
    from email.message import EmailMessage, MIMEPart

SUFFIXES = (".eml",)

_SHOWN = ("From", "To", "Cc", "Date", "Subject")
"""Headers that who gets the mail sees, in the order in which they are written here."""

_IN_TRANSIT = re.compile(
    rb"(?:Return-Path|Delivered-To|Received|MIME-Version|DKIM-Signature|X-[\w-]+): ?\S"
)


def sniff(data: bytes) -> bool:
    """Whether it begins with a header that programs write, and people do not."""
    return _IN_TRANSIT.match(data) is not None


def read(uri: str, data: bytes) -> Iterator[RawDocument | Problem]:
    """The headers that people see and the words of the mail; attachments are named."""
    from email import message_from_bytes, policy

    mail = message_from_bytes(data, policy=policy.default)
    with damaged("is a mail", "Save its words as a text file."):
        shown = {name: _line(mail[name]) for name in _SHOWN if mail[name]}
        body, attached = _body(mail), [*_attached(mail)]
    headers = "".join(f"{name}: {value}\n" for name, value in shown.items())
    origin = source(uri, "email", data, shown.get("Subject"), shown.get("From"))
    yield RawDocument(origin, f"{headers}\n{body}")
    if attached:
        message = f"carries files that are not read: {', '.join(attached)}"
        hint = "Save them beside the mail to have them read."
        yield Problem(uri, "read", message, hint, is_note=True)


def _line(value: object) -> str:
    return " ".join(str(value).split())


def _body(mail: "EmailMessage") -> str:
    """The words of the mail: as plain text if it has that, else those of its page."""
    part = mail.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    text = _decoded(part)
    return html.words(text) if part.get_content_subtype() == "html" else text


def _decoded(part: "MIMEPart") -> str:
    """The text of a part in the encoding that it claims, or in the one that fits."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return data.decode(part.get_content_charset() or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return decode(data)[0]


def _attached(mail: "EmailMessage") -> Iterator[str]:
    """Names, or else kinds, of what comes with the mail and is not shown in it."""
    for part in mail.walk():
        if part.get_content_disposition() == "attachment":
            yield _line(part.get_filename() or part.get_content_type())
