"""What can go wrong, as a tree.

GoujiError
├── UsageError            what a person asked for cannot be done (exit status 2)
│   └── ConfigError       the configuration is wrong; names the key and the line
└── UnreadableDocument    the bytes are no document that we can read; names the reason for a person
    └── ReaderDied        the process that read the document crashed, hung or used too much memory
"""

from gouji.finding import Words


class GoujiError(Exception):
    """The sentence for a person is `words`."""

    def __init__(self, words: Words) -> None:
        super().__init__(words.en)
        self.words = words

    def __reduce__(self) -> tuple[type["GoujiError"], tuple[object, ...]]:
        return type(self), (self.words,)


class UsageError(GoujiError):
    """What a person asked for cannot be done."""


class ConfigError(UsageError):
    """The configuration is wrong."""


class UnreadableDocument(GoujiError):
    """The bytes are not a document that we can read."""


class ReaderDied(UnreadableDocument):
    """The process that read the document crashed, hung or ran out of memory."""
