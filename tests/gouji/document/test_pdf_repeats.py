"""Headers that a table repeats on its next page, read from text or from pictures."""

import pytest

from gouji.document.pdf.repeats import is_repeated
from gouji.document.pdf.slices import Square


def row(*texts: str, sure: float | None = 0.9) -> list[Square]:
    return [Square(0, 1, (50.0 * n, 0, 50.0 * n + 50, 20), text, confidence=sure) for n, text in enumerate(texts)]


@pytest.mark.parametrize(
    ("first", "again", "repeated"),
    [
        (row("自然人", "法人或其他组织", "总计"), row("自然人", "法人或其化组织", "总计"), True),
        (row("自然人", "法人或其他组织", sure=None), row("自然\n人", "法人或其他组织", sure=None), True),
        (row("自然人", "法人或其他组织", sure=None), row("自然人", "法人或其化组织", sure=None), False),
        (row("第二十条第（一）项"), row("第二十条第（五）项"), False),
        (row("信息内容", "本年制发件数"), row("信息内容", "本年处理决定数量"), False),
        (row("信息内容", "第二十条第（一）项所列信息"), row("信息内容", "第二十条第（五）项所列信息"), False),
        (row("自然人", "法人或其他组织"), row("自然入", "法人或其化组织"), False),
    ],
)
def test_a_header_is_repeated_where_its_words_are_though_one_sign_of_a_picture_is_misread(
    first: list[Square], again: list[Square], repeated: bool
) -> None:
    assert is_repeated(first, again) is repeated
