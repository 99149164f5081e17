"""Pages and texts that are made to break a reader. Each is made when it is wanted: together they are large."""

from collections.abc import Callable, Mapping

TABLE = (
    "<table><tr><td>信息内容</td><td>本年处理决定数量</td></tr><tr><td>行政许可</td><td>41</td></tr>"
    "<tr><td>行政处罚</td><td>7</td></tr></table>"
)
REPORT = (
    f"<p>青禾县粮食局2023年政府信息公开工作年度报告</p><p>一、总体情况</p><p>全年公开三十条。</p><p>二、主动公开政府信息情况</p>{TABLE}"
)
Made = Callable[[], bytes]


def page(inside: str, head: str = "") -> bytes:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8">{head}</head><body>{inside}</body></html>'.encode()


def calling(server: str) -> bytes:
    """The report with everything in it that a browser would fetch."""
    head = (
        f'<link rel="stylesheet" href="{server}/a.css"><script src="{server}/a.js"></script><base href="{server}/">'
        f'<style>@import url("{server}/b.css"); body {{ background: url({server}/c.png) }}</style>'
        f'<meta http-equiv="refresh" content="0;url={server}/d">'
    )
    body = (
        f'<img src="{server}/e.png"><iframe src="{server}/f"></iframe><object data="{server}/g"></object><embed src="{server}/h">'
        f'<video poster="{server}/i"><source src="{server}/j"></video><p style="background:url({server}/k)">字</p><svg><image href="{server}/l"/></svg>'
    )
    return page(REPORT + body, head)


def entities() -> bytes:
    """A billion laughs, as XHTML."""
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "{"哈" * 50}">{names}<!ENTITY file SYSTEM "file:///etc/passwd">]>'
    return f'{head}<html xmlns="http://www.w3.org/1999/xhtml"><body>{REPORT}<p>&e11;&file;</p></body></html>'.encode()


def text(line: str) -> bytes:
    return f"青禾县粮食局2023年政府信息公开工作年度报告\n一、总体情况\n{line}\n".encode()


# What is refused, and a part of the sentence.
REFUSED: Mapping[str, tuple[Made, str]] = {
    "fifty megabytes": (lambda: page(REPORT + "<p>甲</p>" * (50 * 2**20 // 10)), "超过 10 MB"),
    "one text of twenty megabytes": (lambda: page(REPORT + "<p>" + "甲" * (20 * 2**20 // 3)), "超过 10 MB"),
    "ten megabytes of little elements": (lambda: page(REPORT + "<b>1</b>" * 1_250_000), "超过 300000 个元素"),
    "a hundred thousand nested blocks": (lambda: page("<div>" * 100_000 + REPORT), "嵌套超过 5000 层"),
    "an element of two hundred thousand attributes": (
        lambda: page("<p " + " ".join(f"a{n}='{n}'" for n in range(200_000)) + ">甲</p>" + REPORT),
        "超过 5000 个元素或属性",
    ),
    "many wide cells": (
        lambda: page("<table>" + '<tr><td colspan="1000" rowspan="65534">1</td><td>2</td></tr>' * 500 + "</table>"),
        "超过 100000 格",
    ),
    "a million bars": (lambda: text("1 | " * 1_000_000), "超过 100000 格"),
    "more short lines than any report": (lambda: text("规章\n0\n0\n" * 30_000), "超过 20000 段"),
}
# What is read all the same, and what it prints for 行政许可.
TAKEN: Mapping[str, tuple[Made, str]] = {
    "a table a hundred million cells wide": (lambda: page(REPORT.replace("<td>41", '<td colspan="100000000">41')), "41"),
    "entities of entities": (entities, "41"),
    "zero bytes": (lambda: page(REPORT).replace(b"41", b"4\x001"), "4\ufffd1"),
    "two thousand nested tables": (lambda: page("<table><tr><td>" * 2_000 + REPORT), "41"),
}
# What takes its time.
SLOW: Mapping[str, Made] = {
    "five thousand nested tables": lambda: page("<table><tr><td>" * 4_990 + REPORT),
    "one text of nine megabytes": lambda: page(REPORT + "<p>" + "甲" * (3 * 2**20)),
    "headings without end": lambda: page("<p>一、总体情况</p>" * 140_000),
    "headings in depth": lambda: page("<div><p>二、主动公开情况</p>" * 4_900),
    "a sheet of many rules": lambda: page(REPORT + "<p class=a>字</p>" * 19_000, "<style>" + "p.a b{display:none} " * 20_000 + "</style>"),
    "half-open formatting": lambda: page("<b><i><font>" * 1_600 + "<p>" * 20_000 + REPORT),
    "a megabyte of one line": lambda: text("与粮食局" * 90_000),
    "a megabyte of digits": lambda: text("1" * 1_000_000 + "\t" + "1 " * 500_000),
    "a cell of a megabyte": lambda: page(REPORT + "<table><tr><td>规章</td><td>" + "1 " * 500_000 + "</td></tr></table>"),
    "a saved page of many parts": lambda: (
        b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n" + b"--x\nContent-Type: text/html\n\n<p>1</p>\n" * 50_000
    ),
}
