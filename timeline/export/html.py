"""One page that needs nothing else: opens from disk, no network, no script from afar.

The list with every quote is in the page as it is, so it reads, prints and is found by
search engines without any script; the script adds the strip, search and filters.
"""

from timeline.model import Timeline
from timeline.options import View

SUFFIX = ".html"


def render(timeline: Timeline, view: View) -> str:
    """The whole page."""
    from timeline.export._html import page  # jinja2: 40 ms

    return page.page(timeline, view.root)
