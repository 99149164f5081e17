"""Labels and figures one after the other put back into rows."""

from collections.abc import Iterator, Sequence

from gouji.recognition.flattened.vocabulary import block_headings, headers_of_blocks, rows_of_tables
from gouji.recognition.labels import label, likeness
from gouji.recognition.normal import bare
from gouji.recognition.tokens import Token

_SURE = 0.85
_LONGEST_ROW = 9  # Table 3 has seven figures a row, and some padding; the fifteen of Table 4 have no label of their own


def rows_of(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """A row is what stands from one label to the next behind figures; labels above the row's own are rows of headers."""
    labels: list[Token] = []
    values: list[Token] = []
    for token in tokens:
        if token.is_label and values and _is_padded_header([*labels, *values], token):
            labels, values = [*labels, *values], []
        elif token.is_label and values:
            yield from _split(labels, values)
            labels, values = [], []
        if token.is_label:
            labels.append(token)
        elif labels:
            values.append(token)
    yield from _split(labels, values)


def _is_padded_header(before: Sequence[Token], token: Token) -> bool:
    """Whether the blanks before this header are padding of the one before them: a merged cell that was taken apart."""
    last = next((one for one in reversed(before) if one.text), token)
    names = [bare(last.text), bare(token.text)]
    return not before[-1].text and any(
        block.index(names[0]) < block.index(names[1]) for block in headers_of_blocks() if {*names} <= {*block}
    )


def _split(labels: list[Token], values: list[Token]) -> Iterator[list[Token]]:
    """The headers above, then the row with its group and label before its figures."""
    if not any(value.text for value in values) and len(labels) > 1 and not _row_named(labels[-1].text):
        yield [*labels, *values]
        return
    if len(values) > _LONGEST_ROW:
        yield labels
        yield values
        return
    own = 2 if len(labels) > 1 and _is_group(labels[-2].text) else 1
    headers: list[Token] = []
    for token in labels[:-own]:
        if _row_named(token.text) or bare(token.text) in block_headings():
            yield from ([headers] if headers else [])
            yield [token]
            headers = []
        else:
            headers.append(token)
    if headers:
        yield headers
    if labels:
        yield [*labels[-own:], *values]


def _row_named(text: str) -> bool:
    return any(likeness(text, row) >= _SURE for row in rows_of_tables())


def _is_group(text: str) -> bool:
    words = label(text).words
    return bool(words) and any(row.group and label(row.group).words == words for row in rows_of_tables())
