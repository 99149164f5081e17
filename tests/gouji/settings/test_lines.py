"""On which line of the file each key stands."""

import tomllib
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tomlkit import dumps

from gouji.settings.lines import key_lines


def test_lines_are_those_that_a_person_counts() -> None:
    text = (
        '# a\n"x.y" = """\nfirst\nsecond"""\n\n[a . b]\nc = {d = [1,\n 2], e = \'#\'}\n[[t]]\nn = 1\n[t.sub]\nk = 1\n[[t]]\nn = 2 # [[t]]\n'
    )
    lines = key_lines(text)
    assert lines[("x.y",)] == 2
    assert lines[("a", "b")] == 6
    assert (lines["a", "b", "c", "d", 0], lines["a", "b", "c", "d", 1], lines["a", "b", "c", "e"]) == (7, 8, 8)
    assert (lines["t", 0], lines["t", 0, "sub", "k"], lines["t", 1, "n"]) == (9, 12, 14)


SCALARS = st.one_of(st.integers(-9, 9), st.booleans(), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8), st.dates())
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab. \"'#[", max_size=4), inner, max_size=3)
)


@settings(deadline=None)  # a busy machine is no fault
@given(st.dictionaries(st.text('ab. "#=', max_size=4), TREES, max_size=4))
def test_every_key_that_toml_holds_has_a_line(tree: dict[str, Any]) -> None:
    text = dumps(tree)
    assert set(key_lines(text)) == paths(tomllib.loads(text))


def paths(value: Any, before: tuple[str | int, ...] = ()) -> set[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return {path for key, held in inner for path in ({(*before, key)} | paths(held, (*before, key)))}
