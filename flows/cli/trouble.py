"""What went wrong, as one sentence with what to do."""

import errno
import sys
from collections.abc import Sequence
from difflib import get_close_matches

import click

from gouji.finding import Words
from gouji.words import words
from gouji.words.refusals import is_known, reason_of, reason_of_ledger

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def usage_sentence(wrong: click.UsageError) -> Words:
    """What is wrong with the command as typed, and which `--help` tells more."""
    command = wrong.ctx.command_path if wrong.ctx else "gouji"
    return words("cli.usage-error", problem=_problem(wrong), command=command)


def _problem(wrong: click.UsageError) -> Words:
    match wrong:
        case click.exceptions.NoSuchOption():
            return _unknown("cli.no-such-option", wrong.option_name, _options(wrong))
        case click.exceptions.NoSuchCommand():
            return _unknown("cli.no-such-command", wrong.command_name, _commands(wrong))
        case click.MissingParameter():
            return words("cli.missing", name=_name(wrong))
        case click.BadOptionUsage():
            return words("cli.flag-with-value" if _is_flag(wrong) else "cli.option-without-value", name=wrong.option_name)
        case _:
            return Words(wrong.format_message(), wrong.format_message())


def _unknown(key: str, name: str, names: Sequence[str]) -> Words:
    near = get_close_matches(name, names, n=2)
    return words(f"{key}-but" if near else key, name=name, near=" / ".join(near))


def _options(wrong: click.UsageError) -> list[str]:
    options = wrong.ctx.command.params if wrong.ctx else []
    return [name for option in options if isinstance(option, click.Option) for name in option.opts]


def _commands(wrong: click.UsageError) -> list[str]:
    group = wrong.ctx.command if wrong.ctx else None
    return group.list_commands(wrong.ctx) if isinstance(group, click.Group) and wrong.ctx else []


def _name(wrong: click.MissingParameter) -> str:
    if wrong.param is None or wrong.ctx is None:
        return str(wrong.param_hint or "")
    return wrong.param.opts[-1] if isinstance(wrong.param, click.Option) else wrong.param.make_metavar(wrong.ctx).rstrip(".")


def _is_flag(wrong: click.BadOptionUsage) -> bool:
    options = wrong.ctx.command.params if wrong.ctx else []
    return any(isinstance(o, click.Option) and o.is_flag and wrong.option_name in o.opts for o in options)


def ledger_sentence(failed: Exception) -> Words | None:
    """What is the matter with the ledger's database, such as a full disk; None where the failure is not the database's."""
    if "sqlalchemy.exc" not in sys.modules:  # no command that needs the ledger had begun
        return None
    from sqlalchemy.exc import InterfaceError, OperationalError

    if not isinstance(failed, (InterfaceError, OperationalError)):
        return None
    reason = " ".join(str(failed.orig or failed).split())
    if "disk is full" in reason or "No space left" in reason:
        return words("cli.ledger-full")
    return words("cli.ledger-failed", reason=reason_of_ledger(failed.orig or failed))


def file_sentence(refused: OSError) -> Words | None:
    """Which file could not be read or written, and why; None where the machine names no file and no reason that we know."""
    if refused.filename is None:  # a write that fails half-way names none, on standard output or in a file
        if refused.errno in NO_ROOM:
            return words("cli.no-room", reason=reason_of(refused))
        return words("cli.machine-refused", reason=reason_of(refused)) if is_known(refused) else None
    return words("cli.file-refused", path=refused.filename, reason=reason_of(refused))
