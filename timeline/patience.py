"""An end to work that would not end: seconds of this process's own computing time.

Not time by the clock, so that a busy machine gives nothing up that a quiet one finishes.
"""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


class TooLong(BaseException):
    """What is raised in the middle of what takes too long. No `except Exception` takes it."""


@contextmanager
def limited(seconds: float) -> Iterator[None]:
    """TooLong where the body is when it has computed for so long.

    There is no limit outside the main thread, and on systems without such a timer.
    """
    is_main = threading.current_thread() is threading.main_thread()
    if not is_main or not hasattr(signal, "setitimer"):
        yield
        return
    is_over = False

    def end(number: int, frame: FrameType | None) -> None:
        if not is_over:
            raise TooLong

    before = signal.signal(signal.SIGVTALRM, end)
    try:
        # It may come at a moment when it is only printed: so it comes again.
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
        yield
    finally:
        is_over = True
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before or signal.SIG_DFL)
