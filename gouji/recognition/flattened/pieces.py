"""Labels that stand in pieces put together, and several that stand in one line taken apart."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gouji.recognition.flattened.vocabulary import names
from gouji.recognition.normal import bare
from gouji.recognition.tokens import Token
from gouji.recognition.torn import is_torn_header

_MOST_PIECES = 4
_MOST_TORN = 15


def taken_apart(token: Token) -> Iterator[Token]:
    """The labels of a line in which several were joined by blanks: 三、本年度办理结果 （一）予以公开."""
    words = token.text.split()
    if len(words) < 2 or not token.is_label or bare(token.text) in names():
        yield token
        return
    for first in range(1, len(words)):
        if bare("".join(words[first:])) in names():
            yield from taken_apart(replace(token, text=" ".join(words[:first])))
            yield replace(token, text=" ".join(words[first:]))
            return
    for last in range(len(words) - 1, 0, -1):
        if bare("".join(words[:last])) in names():
            yield replace(token, text=" ".join(words[:last]))
            yield from taken_apart(replace(token, text=" ".join(words[last:])))
            return
    yield token


def joined_headers(tokens: list[Token]) -> list[Token]:
    """Headers that were torn over two rows of cells (商业, 科研 and so on, then 企业, 机构) in one piece again, all of them or none."""
    out: list[Token] = []
    first = 0
    while first < len(tokens):
        if whole := _two_rows_of_headers(tokens[first : first + 2 * _MOST_TORN]):
            out += whole
            first += 2 * len(whole)
        else:
            out.append(tokens[first])
            first += 1
    return out


def _two_rows_of_headers(tokens: list[Token]) -> list[Token]:
    """The whole headers where these begin with two rows of torn ones, the longest such; none where they do not."""
    for count in range(len(tokens) // 2, 1, -1):
        pairs = list(zip(tokens[:count], tokens[count : 2 * count], strict=True))
        if all(is_torn_header(up.text, down.text) for up, down in pairs):
            return [replace(up, text=up.text + down.text) for up, down in pairs]
    return []


def joined_labels(tokens: list[Token]) -> list[Token]:
    """Labels that were broken over several paragraphs in one piece again, where the pieces together are a label and singly none."""
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        length = next((n for n in range(_MOST_PIECES, 1, -1) if _is_broken_label(tokens[index : index + n], n)), 1)
        text = "".join(token.text for token in tokens[index : index + length])
        out.append(replace(tokens[index], text=text) if length > 1 else tokens[index])
        index += length
    return out


def _is_broken_label(pieces: Sequence[Token], wanted: int) -> bool:
    if len(pieces) < wanted or any(not piece.text or piece.is_figure for piece in pieces):
        return False
    # The first piece may be a name itself: （二）部分公开 before its note, 其他 before 结果.
    return bare("".join(piece.text for piece in pieces)) in names() and not any(names().get(bare(piece.text)) for piece in pieces[1:])
