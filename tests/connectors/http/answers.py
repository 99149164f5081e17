"""Answers that several tests have a site give."""

from tests.connectors.site import Answer

REPORT = "<html><body><h1>2025年政府信息公开工作年度报告</h1><p>一、总体情况</p></body></html>".encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


def redirect(target: str, status: int = 302) -> Answer:
    return Answer(b"", status, {"Location": target})
