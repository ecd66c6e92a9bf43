"""A plug is a module in a folder, and its file name is its name.

Nothing registers itself: the folder is listed when it is asked for, and a module in it
is imported only when its name is called. Modules that begin with an underscore are no
plugs. Other packages add plugs by an entry point in the group that is called as the
folder's package (`timeline.read`, `timeline.export`, …); what lies in the folder wins.
"""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules
from types import ModuleType

from timeline.errors import TimelineError, UsageError


def names(package: str) -> tuple[str, ...]:
    """Names of all plugs of a package, sorted. Imports none of them."""
    return tuple(sorted({*_own(package), *_foreign(package)}))


def load(package: str, name: str) -> ModuleType:
    """The plug of that name. UsageError, with the names there are, if there is none."""
    if name in _own(package):
        return import_module(f"{package}.{name}")
    if name in _foreign(package):
        return _import_foreign(name, _foreign(package)[name])
    what = package.rpartition(".")[2]
    raise UsageError(
        f"unknown {what}: {name}", f"there are: {', '.join(names(package))}"
    )


@cache
def _own(package: str) -> frozenset[str]:
    spec = find_spec(package)
    if spec is None:
        raise ModuleNotFoundError(f"no package {package}", name=package)
    folders = spec.submodule_search_locations
    return frozenset(m.name for m in iter_modules(folders) if m.name[0] != "_")


@cache
def _foreign(package: str) -> dict[str, str]:
    """Module of each plug that another package brings."""
    from importlib.metadata import entry_points  # 20 ms that --help need not pay

    points = sorted(entry_points(group=package), reverse=True)
    return {point.name: point.module for point in points}


def _import_foreign(name: str, module: str) -> ModuleType:
    try:
        return import_module(module)
    except ImportError as error:
        raise TimelineError(
            f"the plug {name!r} ({module}) could not be loaded: {error}",
            "it comes from another package: reinstall or remove that one",
        ) from error
