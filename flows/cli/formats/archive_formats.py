"""Whether the archive is whole, for people and programs."""

from collections.abc import Iterator
from pathlib import Path

import click

from flows.archived import Lost, Verified
from flows.cli.formats.dump import dump
from flows.cli.layout import indent
from flows.cli.voice import Voice
from gouji.words import words

COLUMNS = 100


def write(verified: Verified, folder: Path, shape: str, voice: Voice) -> str:
    if shape == "json":
        return dump(_json(verified))
    return "\n".join(_lines(verified, folder, voice)) + "\n"


def _json(verified: Verified) -> dict[str, object]:
    lost = [{"sha256": one.sha256, "kind": one.kind, "wanted_by": [by.as_json() for by in one.wanted_by]} for one in verified.lost]
    return {
        "schema": "gouji/archive-1",
        "whole": verified.whole,
        "kept": verified.kept,
        "size": verified.size,
        "requests": verified.requests,
        "lost": lost,
        "strange": list(verified.strange),
    }


def _lines(verified: Verified, folder: Path, voice: Voice) -> Iterator[str]:
    size = f"{verified.size / 1e6:.1f}"
    if verified.whole:
        yield voice.say(words("archive.whole", kept=verified.kept, size=size, requests=verified.requests))
    else:
        count = {kind: sum(one.kind == kind for one in verified.lost) for kind in ("missing", "damaged")}
        yield voice.say(words("archive.not-whole", kept=verified.kept, size=size, **count))
        for one in verified.lost:
            yield from _lost(one, voice)
        yield voice.say(words("archive.mend", folder=folder))
    if verified.strange:
        yield voice.say(words("archive.strange", count=len(verified.strange), names="、".join(verified.strange[:5])))


def _lost(one: Lost, voice: Voice) -> Iterator[str]:
    yield f"  {click.style(voice.say(words(f'archive.{one.kind}')), fg='red')}  {one.sha256}"
    for by in one.wanted_by or (words("archive.unnamed"),):
        yield from indent(voice.say(by), "    ", COLUMNS)
