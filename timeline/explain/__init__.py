"""Why the timeline says what it says. Pure functions from values to text."""
