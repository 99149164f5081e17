"""A piece of news."""

from dataclasses import dataclass

from gouji.finding import Words


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the letter, and sentences under it."""

    title: Words
    sentences: tuple[Words, ...] = ()
