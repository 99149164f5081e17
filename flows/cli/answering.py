"""The command `gouji`: which commands there are, and the one edge where what went wrong becomes a sentence."""

import os
import sys
import tempfile
import traceback
from collections.abc import Sequence

import click

from flows.cli.command import DONE, NOT_DONE, Group
from flows.cli.stopping import status_of
from flows.cli.streams import drop_the_rest, settle
from flows.cli.trouble import file_sentence, ledger_sentence, usage_sentence
from flows.cli.voice import Voice, voice_for
from gouji.errors import GoujiError
from gouji.finding import Words
from gouji.words import words

COMMANDS = {
    "check": "flows.cli.check",
    "read": "flows.cli.read",
    "rules": "flows.cli.rules",
    "init": "flows.cli.init",
    "run": "flows.cli.run",
    "serve": "flows.cli.serve",
    "doctor": "flows.cli.doctor",
    "status": "flows.cli.status",
    "pause": "flows.cli.pause",
    "resume": "flows.cli.resume",
    "sources": "flows.cli.sources",
    "tickets": "flows.cli.tickets",
    "roster": "flows.cli.roster",
    "recheck": "flows.cli.recheck",
    "notify": "flows.cli.notify",
    "outbox": "flows.cli.outbox",
    "docs": "flows.cli.docs",
    "archive": "flows.cli.archive",
    "samples": "flows.cli.samples",
}

READER_LEFT = 141  # as shells count SIGPIPE


def gouji() -> Group:
    """The command group, all its commands unimported."""
    group = Group("gouji", modules=COMMANDS)
    group.params.insert(
        0, click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, help="option.version", callback=_version)
    )
    return group


def run(arguments: Sequence[str]) -> int:
    """The exit status of the process that was started with these arguments, whatever state it found its streams in."""
    settle()
    status = answer(arguments, voice_for(arguments, os.environ))
    if status in (READER_LEFT, NOT_DONE):
        drop_the_rest()
    return status


def answer(arguments: Sequence[str], voice: Voice) -> int:
    """The exit status of `gouji ARGUMENTS`; what a person has to know about a failure is on standard error."""
    try:
        return _carry_out(arguments, voice)
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.exceptions.NoArgsIsHelpError as bare:
        click.echo(bare.format_message(), err=True)
    except click.UsageError as wrong:
        _tell(voice, usage_sentence(wrong))
    except GoujiError as failed:
        _tell(voice, failed.words)
    except (KeyboardInterrupt, click.Abort) as stopped:
        _tell(voice, words("cli.stopped"))
        return status_of(stopped)
    except BrokenPipeError:
        return READER_LEFT
    except OSError as refused:
        sentence = file_sentence(refused)
        if sentence is None:
            return _unexpected(voice)
        _tell(voice, sentence)
    except Exception as failed:  # noqa: BLE001 - the one edge: a person gets a sentence, the maintainers the whole in a file
        return _failed(voice, failed)
    return NOT_DONE


def _carry_out(arguments: Sequence[str], voice: Voice) -> int:
    group = gouji()
    with group.make_context("gouji", list(arguments), obj=voice, color=False if os.environ.get("NO_COLOR") else None) as ctx:
        status = group.invoke(ctx)
        sys.stdout.flush()
    return int(status or DONE)


def _failed(voice: Voice, failed: Exception) -> int:
    """What is known of the ledger's machine is told in a sentence; whatever else failed is unexpected."""
    known = ledger_sentence(failed)
    if known is None:
        return _unexpected(voice)
    _tell(voice, known)
    return NOT_DONE


def _unexpected(voice: Voice) -> int:
    """The failure being handled stands in a log file of its own, and the person knows where."""
    told = _showable(f"gouji {' '.join(sys.argv[1:])}\n{traceback.format_exc()}")
    try:
        descriptor, name = tempfile.mkstemp(prefix="gouji-", suffix=".log")
        with open(descriptor, "w", encoding="utf-8") as log:
            log.write(told)
    except OSError:  # no folder for it, or no room: what the maintainers need must not be lost
        click.echo(told, err=True)
        _tell(voice, words("cli.unexpected-unwritten"))
    else:
        _tell(voice, words("cli.unexpected", log=name))
    return NOT_DONE


def _tell(voice: Voice, sentence: Words) -> None:
    click.echo(_showable(voice.say(sentence)), err=True)


def _showable(text: str) -> str:
    """The text without secrets and with numbers of persons masked."""
    from gouji.privacy.masking import masked
    from gouji.settings.secret import without_secrets

    return masked(without_secrets(text))


def _version(ctx: click.Context, _option: click.Parameter, asked: bool) -> None:
    if asked:
        from gouji.version import version

        click.echo(f"gouji {version()}")
        ctx.exit()
