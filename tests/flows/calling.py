"""Calls `gouji` in this process, as a person without a terminal would."""

from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO

from flows.cli.answering import answer
from flows.cli.voice import voice_for


@dataclass(frozen=True)
class Ended:
    """What the command said, and its exit status."""

    status: int
    out: str
    err: str


def gouji(*arguments: object, **environment: str) -> Ended:
    """The command run with these arguments; the environment tells nothing but the language."""
    words = [str(argument) for argument in arguments]
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = answer(words, voice_for(words, environment))
    return Ended(status, out.getvalue(), err.getvalue())
