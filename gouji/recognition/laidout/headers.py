"""A line of headers: each word is a piece of one of them, and cells that stand close may share a word."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from gouji.recognition.laidout.bands import Head
from gouji.recognition.laidout.state import MOST_STATES, State
from gouji.recognition.laidout.words import Line, Word


@dataclass(frozen=True, slots=True)
class _Across:
    """A state within a line of headers: the stream of the word before, and the furthest column that any word of the line stands over."""

    state: State
    stream: int = -1
    furthest: int = -1


def with_headers(head: Head, state: State, line: Line, mixed: bool = False) -> Iterator[State]:
    """The words of a line of headers each given to a stream that it goes on with, left to right as the columns stand.

    Where lines are `mixed`, the pieces of a header may come in any order: what stands lower in a low cell is now and then printed first.
    """
    found = [_Across(state)]
    for word in line.words:
        if text := word.bare:
            whole = _distinct(after for one in found for after in _in_whole(head, one, word, text, mixed))
            found = whole or _in_pieces(head, found, word, text, mixed)
    yield from (one.state for one in found)


def is_whole(taken: str, name: str, mixed: bool) -> bool:
    """Whether these are the signs of the header, in its order or, where lines are mixed, in any."""
    return sorted(taken) == sorted(name) if mixed else taken == name


def _may_be(taken: str, name: str, mixed: bool) -> bool:
    return not Counter(taken) - Counter(name) if mixed else name.startswith(taken)


def _in_whole(head: Head, across: _Across, word: Word, text: str, mixed: bool) -> Iterator[_Across]:
    for number, stream in enumerate(head.streams):
        taken = across.state.taken[number] + text
        taken = "".join(sorted(taken)) if mixed else taken
        if _may_follow(head, across, number) and any(_may_be(taken, name, mixed) for name in stream.texts):
            every = (*across.state.taken[:number], taken, *across.state.taken[number + 1 :])
            state = replace(across.state, taken=every, given=across.state.given_to(number, [word]))
            yield _Across(state, number, max(across.furthest, stream.first))


def _in_pieces(head: Head, found: Sequence[_Across], word: Word, text: str, mixed: bool) -> list[_Across]:
    """The word of several cells that stand close (结果维持结果纠正), its signs given one by one."""
    for place, sign in enumerate(text):
        piece = word.piece(place, sign)
        found = _distinct(after for one in found for after in _in_whole(head, one, piece, sign, mixed))
    return list(found)


def _may_follow(head: Head, across: _Across, number: int) -> bool:
    """Whether a word of this stream may stand right of those of the line: none of a column further right."""
    return number == across.stream or across.furthest <= head.streams[number].last


def _distinct(found: Iterable[_Across]) -> list[_Across]:
    """What differs, up to a number beyond which no table is told."""
    return list(islice(dict.fromkeys(found), MOST_STATES))
