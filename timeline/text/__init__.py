"""Texts cut into sentences, clauses and words: offsets in, offsets out."""
