"""Findings for tests about what becomes of them."""

from dataclasses import replace
from typing import Any

from gouji.finding import Finding, Severity, Words, fingerprint

ROW_SUM = "applications-row-sum"
LATE = "published-late-department"


def finding(rule: str = ROW_SUM, *, printed: str = "13", **changes: Any) -> Finding:
    """An error that a new version can mend, with these fields changed."""
    figure = "applications.received.total"
    made = Finding(
        rule=rule, severity=Severity.ERROR, doubt=False, message=Words(f"表三：填{printed}。", f"Table 3 prints {printed}."),
        basis="《政府信息公开条例》第五十条", figures=(figure,), where=(), expected="12", actual=printed,
        fingerprint=fingerprint("agency", 2023, rule, [(figure, printed)]),
    )  # fmt: skip
    return replace(made, **changes)
