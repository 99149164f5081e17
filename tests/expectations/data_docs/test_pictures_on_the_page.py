"""A picture beside the page is shown by it, without a network."""

from pathlib import Path

from PIL import Image

from expectations.data_docs import Picture, write_report_page
from gouji.evidence import Evidence
from tests.builders import sound_report
from tests.expectations.data_docs.browser import needs_chromium, photographed
from tests.expectations.data_docs.finished import failed, finding, page


@needs_chromium
def test_the_browser_shows_a_picture_beside_the_page_under_the_pages_policy(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    file = tmp_path / "evidence" / "place.png"
    Image.new("RGB", (400, 300), "green").save(file)
    shown = Picture(Evidence("f" * 32, "error", b"", "png", 400, 300), "../evidence/place.png")
    said = finding(fingerprint="f" * 32)
    path = write_report_page(tmp_path, page(sound_report(), failed(findings=(said,)), pictures={"f" * 32: shown}))
    photographed(path, tmp_path / "profile", tmp_path / "there.png")
    colours = Image.open(tmp_path / "there.png").convert("RGB").getcolors(1 << 24) or []
    assert sum(count for count, colour in colours if colour == (0, 128, 0)) > 100_000
