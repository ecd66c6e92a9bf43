"""The manifest: what is taken from it, and errors that name file and line."""

from pathlib import Path

import pytest

from timeline.errors import InputError, TimelineError, UsageError
from timeline.manifest import load_manifest
from timeline.options import ManifestRow


def manifest(folder: Path, text: str, encoding: str = "utf-8") -> str:
    """The path of a manifest with this text."""
    path = folder / "dates.csv"
    path.write_bytes(text.encode(encoding))
    return str(path)


@pytest.mark.parametrize(
    "text",
    [
        "path,date,title,publisher,language\na.txt,2031-05-08,The gate,Herald,en\n",
        "path;date;title;publisher;language\r\na.txt;2031-05-08;The gate;Herald;en\r\n",
        "title\tPATH\tpublisher\tDate\tlanguage\nThe gate\ta.txt\tHerald\t2031-05-08\ten",
        'path,note,date,title,publisher,language\n"a.txt", x ,2031-05-08, The gate,Herald,en',
        "\npath,date,title,publisher,language\n\n,,,,\na.txt,2031-05-08,The gate,Herald,en\n",
    ],
    ids=["comma", "semicolon", "tab", "quotes", "blank lines"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_loads(tmp_path: Path, text: str, encoding: str) -> None:
    rows = load_manifest(manifest(tmp_path, text, encoding))

    assert rows == (ManifestRow("a.txt", "2031-05-08", "The gate", "Herald", "en"),)


def test_what_is_left_out_is_unknown(tmp_path: Path) -> None:
    rows = load_manifest(manifest(tmp_path, "path,date,title\na.txt,,\nb.txt,2031\n"))

    assert rows == (ManifestRow("a.txt"), ManifestRow("b.txt", "2031"))


ERRORS = [
    ("", UsageError, ": is empty"),
    ("a.txt,2031-05-08\n", UsageError, ", line 1: there is no column path"),
    ("path,note\na.txt,x\n", UsageError, ", line 1: there is no column beside path"),
    ("path,date,date\n", UsageError, ", line 1: a column is named twice"),
    ("path,date\na.txt,5/8/2031\n", UsageError, ", line 2: '5/8/2031' is not a date"),
    ("path,date\na,2031-05-08\nb,2031-02-30\n", UsageError, ", line 3: '2031-02-30' is not a date"),
    ("path,date\n,2031-05-08\n", UsageError, ", line 2: says no path"),
    ("path,date\na,2031,x\n", UsageError, ", line 2: more fields than the header has"),
    ("path,date\na,2031\na,2032\n", UsageError, ", line 3: a is in {path}, line 2 already"),
    ('path,date\n"a,2031\n', UsageError, ", line 2: unexpected end of data"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "kind", "message"), ERRORS, ids=[e[2] for e in ERRORS]
)
def test_errors_name_file_and_line(
    tmp_path: Path, text: str, kind: type[TimelineError], message: str
) -> None:
    path = manifest(tmp_path, text)

    with pytest.raises(kind) as caught:
        load_manifest(path)

    assert caught.value.message == path + message.format(path=path)
    assert caught.value.hint


def test_a_manifest_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.csv: No such file"):
        load_manifest(str(tmp_path / "none.csv"))
    with pytest.raises(InputError, match="is not UTF-8 text"):
        load_manifest(manifest(tmp_path, "path,date\ncafé.txt,2031\n", "cp1252"))
