"""Values in words: what every view says of a date, an event and a hostile text."""
