"""What is kept of a page's content for its second reading, and what it may not cost."""

import time

from pdfminer.psparser import LIT

from gouji.second.content import operations


def test_text_is_kept_as_it_is_placed_and_all_drawing_is_passed_over() -> None:
    content = b"""q 1 0 0 -1 0 842 cm 0.5 w 10 20 300 .5 re f* % a rule
        /Span <</MCID 3/Lang(zh)>>BDC
        BT/F1 12 Tf 1 0 0 1 72.5 -3. Tm[(1\\0632)-20<3 4 5>]TJ (a\\(b\\)\\\nc)Tj <0A 0b>' ET EMC /Form0 Do Q"""

    assert operations(content) == [
        ("do_q", []),
        ("do_cm", [1, 0, 0, -1, 0, 842]),
        ("do_BT", []),
        ("do_Tf", [LIT("F1"), 12]),
        ("do_Tm", [1, 0, 0, 1, 72.5, -3]),
        ("do_TJ", [[b"132", -20, b"\x34\x50"]]),
        ("do_Tj", [b"a(b)c"]),
        ("do__q", [b"\n\x0b"]),
        ("do_ET", []),
        ("do_Do", [LIT("Form0")]),
        ("do_Q", []),
    ]


def test_what_is_not_written_plainly_is_left_to_pdfminer() -> None:
    for content in (b"BI /W 1 /H 1 ID \x00 EI", b"(a(b)c) Tj", b"/F#31 9 Tf", b"--5 0 Td", b"[[(a)]] TJ", b"BT }"):
        assert operations(content) is None


def test_a_megabyte_without_an_operator_is_walked_through_once() -> None:
    began = time.process_time()
    for content in (b"1 " * 2**19, b"(" * 2**20, b"(\\" * 2**19, b"<" * 2**20, b"[" * 2**20, b"%\n" * 2**19 + b"}", b"/" * 2**20):
        assert operations(content) is None
    assert time.process_time() - began < 5
