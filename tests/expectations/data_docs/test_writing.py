from pathlib import Path

import pytest

from expectations.data_docs import IndexPage, write_index, write_report_page
from tests.expectations.data_docs.finished import failed_page, page


def test_a_page_written_again_replaces_the_old_one_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = write_report_page(tmp_path, page())
    assert write_report_page(tmp_path, failed_page()) == path == tmp_path / "reports" / "qinghe-2023.html"
    assert "建议核改" in path.read_text("utf-8")
    assert [p.name for p in path.parent.iterdir()] == ["qinghe-2023.html"]


def test_a_page_that_cannot_be_put_in_its_place_is_named_and_leaves_no_half_beside_it(tmp_path: Path) -> None:
    (place := tmp_path / "reports" / "qinghe-2023.html").mkdir(parents=True)
    with pytest.raises(IsADirectoryError) as refused:
        write_report_page(tmp_path, page())
    assert (refused.value.filename, list(place.parent.iterdir())) == (str(place), [place])


def test_others_may_read_the_pages(tmp_path: Path) -> None:
    assert write_index(tmp_path, IndexPage(())).stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize("name", ["../index", "a/b", "", ".hidden", "机关"])
def test_a_page_is_never_written_elsewhere(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a page"):
        write_report_page(tmp_path, page(id=name))
