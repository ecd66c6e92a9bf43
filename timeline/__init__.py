"""Build one sorted, traceable timeline of events from many texts.

From Python: `timeline.build.build(paths, timeline.options.Options())` gives a
`timeline.model.Timeline`. Nothing is imported here, so that `timeline --help` stays fast.
"""

__version__ = "0.1.0"
