"""What becomes of errors: a message and a code; no traceback, whatever happens."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import Any

import click

from timeline.cli import codes, screen
from timeline.errors import TimelineError

DEBUG = "TIMELINE_DEBUG"


class Boundary(click.Group):
    """A group of commands whose return values are exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order in which they are defined, the main one first."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command and exit. Bugs pass through in debug mode only."""
        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            _hush()
            code = codes.DONE
        except KeyboardInterrupt:
            code = codes.INTERRUPTED
        except TimelineError as error:
            screen.complain(error.message, error.hint)
            code = codes.of_error(error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if is_debugging(ctx):
                raise
            code = _unexpected(error)
        ctx.exit(code or codes.DONE)


def is_debugging(ctx: click.Context) -> bool:
    """Whether tracebacks are wanted: --debug, or TIMELINE_DEBUG in the environment."""
    return bool(ctx.find_root().meta.get(DEBUG) or os.environ.get(DEBUG))


def _hush() -> None:
    """Let nothing more be written to a pipe that nobody reads any more."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unexpected(error: Exception) -> int:
    if isinstance(error, OSError):
        screen.complain(str(error))
        return codes.FAILED
    screen.complain(
        f"internal error: {type(error).__name__}: {error}",
        "this is a bug: please report it, with what the same command says with --debug",
    )
    return codes.FAILED
