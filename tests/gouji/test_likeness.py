"""What texts of several bodies share."""

from gouji.agencies import by_name
from gouji.likeness import Likeness, Prose, likenesses, prose, prose_of
from tests.builders import sound_report

_POOL = [chr(0x4E00 + n) for n in range(4000)]


def words(start: int, count: int) -> str:
    """So many characters that stand in no other such text, unless the starts are near."""
    return "".join(_POOL[(start * 997 + n * (start + 3)) % len(_POOL)] for n in range(count))


def bodies(*texts: str) -> list[Prose]:
    return [Prose(f"body {n}", f"第{n}局", {1: text}) for n, text in enumerate(texts)]


def test_a_text_that_stands_in_one_other_body_is_found_there() -> None:
    one, other, third = likenesses(bodies(words(1, 300), words(1, 300), words(2, 300)))
    assert one == (Likeness(1, 300, 293, 293, "第1局"),)
    assert other == (Likeness(1, 300, 293, 293, "第0局"),)
    assert third == (Likeness(1, 300, 293),)


def test_what_many_bodies_have_was_handed_down_and_does_not_count() -> None:
    handed_down = words(9, 300)
    found = likenesses(bodies(*(handed_down + words(n, 40) for n in range(1, 5))))
    assert {one.shared for (one,) in found if one} == {0}
    assert all(one.characters < 60 for (one,) in found if one)


def test_two_bodies_are_too_few_to_tell_what_was_handed_down() -> None:
    assert likenesses(bodies(words(1, 300), words(1, 300))) == [None, None]


def test_two_files_of_one_body_are_not_compared() -> None:
    same = Prose("body 0", "第0局", {1: words(1, 300)})
    found = likenesses([same, same, *bodies("", words(2, 300), words(3, 300))[1:]])
    assert [one.shared for (one,) in found[:2] if one] == [0, 0]


def test_numbers_and_a_body_s_own_names_and_places_do_not_count() -> None:
    one = prose("a", "栖梧县水务局", (), {1: "2023年，栖梧县水务局公开信息15条，栖梧群众满意。"})
    other = prose("b", "澜溪县教育局", (), {1: "2022年，澜溪县教育局公开信息3条，澜溪群众满意。"})
    assert one.sections == other.sections == {1: "年公开信息条群众满意"}


def test_only_the_parts_that_are_written_in_words_are_compared() -> None:
    report = sound_report()
    assert set(prose_of(report, by_name("临河县水务局")).sections) == {1, 5, 6}
