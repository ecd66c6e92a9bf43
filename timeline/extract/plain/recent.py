"""What has just been done: "le conseil vient d'adopter le budget", "acaba de dimitir"."""

from timeline.extract.plain.words import Finder, participle
from timeline.extract.verbs import Group, Tense


class Recent(Finder):
    """Finds the verb that another says has just been done."""

    def group(self, at: int) -> Group | None:
        """The group of what has just been done, with the verb that says so, or None."""
        helpers, small = self.tongue.helpers, self.tongue.words
        if self.tails[at] not in helpers.just or at + 2 >= len(self.words):
            return None
        elided = self.heads[at + 1] in small.of
        if not elided and self.tails[at + 1] not in small.of:
            return None
        head = at + 1 if elided else at + 2
        form = self.tokens.as_infinitive(self.tails[head])
        if form is None:
            return None
        done = self._done(head)
        if self.tails[head] in helpers.to_be and done is not None:
            form = participle(self.tails[done], self.tongue)
            base = form.base if form else self.tails[done]
            return Group(at, done + 1, done, base, Tense.PERFECT, passive=True)
        return Group(at, head + 1, head, form.base, Tense.PERFECT)

    def _done(self, at: int) -> int | None:
        """The place of the participle right behind "to be", past an adverb."""
        for place in range(at + 1, min(at + 3, len(self.words))):
            if participle(self.tails[place], self.tongue):
                return place
        return None
