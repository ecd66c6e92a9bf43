"""The rules of the house that no other tool checks, each by a look at the source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "timeline"
MODULES = sorted(PACKAGE.rglob("*.py"))

LAYERS = (
    ("cli", "__main__"),
    ("build",),
    ("work",),
    ("known",),
    (
        *("read", "dct", "extract", "merge", "rank", "export", "tags", "explain"),
        *("engine", "manifest", "overrides", "cache"),
    ),
    ("timex",),
    ("lang", "text", "wording"),
    ("edtf",),
    ("civil", "patterns"),
    ("tellings",),
    ("plugs", "options", "patience", "shelf"),
    ("model", "errors"),
)
"""Rooms from top to bottom. Imports point down, or stay in their room."""

LEVEL = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}

HEAVY = ("dateparser", "rich", "charset_normalizer", "rapidfuzz", "jinja2")
"""Slow to import: only inside functions, or in a private module (`_x.py`) that is itself
imported inside a function."""

PLACE = {
    "dateparser": {"timex/fallback.py"},
    "charset_normalizer": {"read/_decode.py"},
    "rapidfuzz": {"merge/names.py"},
    "jinja2": {"export/_html/page.py"},
}
"""One foreign library, one file."""

OUTSIDE = ("shar" + "ed/", "TO" + "DO", "FIX" + "ME")
"""What no file may say: names of folders that are not here, and notes to oneself."""

NOT_OURS = {".git", ".ci", ".venv", "venv", "build", "dist", "__pycache__"}
TEXTS = {".py", ".toml", ".md", ".txt", ".json", ".jsonl", ".csv", ".cfg", ""}


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def is_private(path: Path) -> bool:
    """Whether it is a module, or in a folder, whose name begins with an underscore."""
    parts = path.relative_to(PACKAGE).parts
    return any(p.startswith("_") and p != "__init__.py" for p in parts)


def room_of(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def rooms_imported(tree: ast.Module) -> Iterator[str]:
    """First part below `timeline` of every import of ours, wherever it stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            parts = (node.module or "").split(".")
            assert not node.level, "relative import"
            if parts == ["timeline"]:
                names = (alias.name for alias in node.names)
                yield from (name for name in names if name != "__version__")
            elif parts[0] == "timeline":
                yield parts[1]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("timeline."):
                    yield alias.name.split(".")[1]


def foreign_imports(nodes: Iterator[ast.AST]) -> Iterator[str]:
    """Top-level packages that the statements among these nodes import."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def run_on_import(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node that is executed when the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            continue
        yield node
        yield from run_on_import(node)


def public_without_docstring(tree: ast.Module) -> Iterator[str]:
    """Public functions, classes and methods that promise nothing."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    scopes = [tree, *(n for n in tree.body if isinstance(n, ast.ClassDef))]
    for scope in scopes:
        if isinstance(scope, ast.ClassDef) and scope.name.startswith("_"):
            continue
        for node in scope.body:
            is_public = isinstance(node, kinds) and not node.name.startswith("_")
            if is_public and not ast.get_docstring(node):
                yield f"{node.name}, line {node.lineno}"


@pytest.fixture(scope="module")
def trees() -> dict[Path, ast.Module]:
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in MODULES}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path, trees: dict[Path, ast.Module]) -> None:
    room = room_of(path)
    imported = set(rooms_imported(trees[path])) - {room}
    if room == "__init__":
        return

    assert room in LEVEL, f"{room} has no place in the layers yet"
    level = LEVEL[room] - (room == "__main__")
    assert [other for other in sorted(imported) if LEVEL.get(other, -1) <= level] == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_public_names_say_what_they_promise(
    path: Path, trees: dict[Path, ast.Module]
) -> None:
    if path.name != "__main__.py" and path.stat().st_size:
        assert ast.get_docstring(trees[path]), "the module has no docstring"
    assert list(public_without_docstring(trees[path])) == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_nothing_prints(path: Path, trees: dict[Path, ast.Module]) -> None:
    calls = (n for n in ast.walk(trees[path]) if isinstance(n, ast.Call))
    printing = [
        n.lineno for n in calls if ast.unparse(n.func) in ("print", "breakpoint")
    ]

    assert printing == []


def test_heavy_packages_are_imported_late(trees: dict[Path, ast.Module]) -> None:
    early = [
        f"{name_of(path)}: {package}"
        for path, tree in trees.items()
        if not is_private(path)
        for package in foreign_imports(run_on_import(tree))
        if package in HEAVY
    ]

    assert early == []


@pytest.mark.parametrize("package", PLACE)
def test_a_foreign_library_has_one_file(
    package: str, trees: dict[Path, ast.Module]
) -> None:
    users = {
        name_of(path)
        for path, tree in trees.items()
        if package in foreign_imports(ast.walk(tree))
    }

    assert users <= PLACE[package]


def texts_of_the_project() -> Iterator[Path]:
    for path in sorted(ROOT.rglob("*")):
        parts = path.relative_to(ROOT).parts
        hidden = any(p.startswith(".") and p != ".gitignore" for p in parts)
        if hidden or NOT_OURS & {*parts}:
            continue
        if path.suffix in TEXTS and path.is_file():
            yield path


def test_no_file_speaks_of_what_is_not_here() -> None:
    found = [
        f"{path.relative_to(ROOT)}: {word}"
        for path in texts_of_the_project()
        for word in OUTSIDE
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]

    assert found == []
