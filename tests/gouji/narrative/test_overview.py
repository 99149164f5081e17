"""What is a preamble's wherever it stands."""

from random import Random

from gouji.narrative.overview import _PREAMBLE, of_the_preamble

PIECES = [
    "统计", "期限", "周期", "年度报告", "由", "分为", "共", "编制", "形成", "本报告", "年报", "根据", "依照", "对", "本", "年度", "报告", "疑问", "不明",
    "现予", "现将", "公布", "公开", "的", "和", "，",
]  # fmt: skip


def test_whatever_fits_the_pattern_holds_one_of_the_words_looked_for_first() -> None:
    random = Random(1)
    texts = ["".join(random.choices(PIECES, k=random.randint(1, 8))) for _ in range(3000)]
    assert [text for text in texts if of_the_preamble(text) != bool(_PREAMBLE.search(text))] == []
    assert 300 < sum(map(of_the_preamble, texts)) < 2700
