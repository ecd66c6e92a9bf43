"""The command line: flags to options, problems to stderr, results to exit codes.

This package alone reads the clock, the environment and the terminal. Its modules import
the rest of the program inside functions, so that `timeline --help` is there at once.
"""


def main() -> None:
    """Run the command `timeline` and exit."""
    from timeline.cli.commands import timeline

    timeline(prog_name="timeline")
