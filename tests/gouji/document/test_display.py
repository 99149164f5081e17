"""Numbers in a spreadsheet are read as their cells show them."""

import pytest

from gouji.document.sheet.display import shown


@pytest.mark.parametrize(
    ("stored", "form", "text"),
    [
        ("12345", "General", "12345"),
        ("0.28000000000000003", "General", "0.28"),
        ("7730.28", "General", "7730.28"),
        ("1.5E1", "General", "15"),
        ("123456789012", "General", None),
        ("12345", "#,##0", "12,345"),
        ("7730.28", "#,##0.00", "7,730.28"),
        ("5", "#,##0", "5"),
        ("0", "#,##0", "0"),
        ("0", "#", ""),
        ("0.28", "0%", "28%"),
        ("0.5", "0", "1"),
        ("2.5", "0.0#", "2.5"),
        ("0.5", "#.00", ".50"),
        ("7", "000", "007"),
        ("3", '0"件"', "3件"),
        ("3", "0\\ ", "3 "),
        ("-3", "0", "-3"),
        ("-0.2", "0", "0"),
        ("-3", "0;(0)", "(3)"),
        ("0", '0;-0;"-"', "-"),
        ("0", "0;-0;;@", ""),
        ("5", ";;;", ""),
        ("12", "[Red]0", "12"),
        ("12", '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', "12"),
        ("12", "[>=10]0", None),
        ("12", "[DBNum1]General", None),
        ("12", "0.00E+00", None),
        ("12000", "0,", None),
        ("0.5", "# ?/?", None),
        ("45306", 'yyyy"年"m"月"d"日"', "2024年1月15日"),
        ("45306", "yyyy-mm-dd", "2024-01-15"),
        ("45306", "yyyy/m/d", "2024/1/15"),
        ("45306.5", "yyyy/m/d h:mm", None),
    ],
)
def test_a_number_is_what_its_cell_shows(stored: str, form: str, text: str | None) -> None:
    assert shown(stored, form) == text


def test_days_may_be_counted_from_1904() -> None:
    assert shown("43844", "yyyy/m/d", from_1904=True) == "2024/1/15"
