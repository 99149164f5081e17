"""One run of LibreOffice on one document: apart from everything, for a limited time, believed only by what it has written."""

import ctypes
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gouji.document.office.profile import write_profile
from gouji.document.office.programs import Component, program_for
from gouji.errors import ReaderDied, UnreadableDocument
from gouji.isolation.parent import die_with
from gouji.words import words

SECONDS = 45.0  # one run takes one or two
_RESTART = 81  # what a first start may end with: it wants to be started once more ([LibreOffice] EXITHELPER_NORMAL_RESTART)
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


@dataclass(frozen=True, slots=True)
class Conversion:
    """What is to be converted: the format's name with us, and the filters that may read it, likeliest first."""

    component: Component
    format: str
    filters: tuple[str, ...]


def converted(data: bytes, conversion: Conversion, seconds: float = SECONDS) -> bytes:
    """The document as DOCX or XLSX; UnreadableDocument where LibreOffice makes none of it."""
    program = program_for(conversion.component, conversion.format)
    with tempfile.TemporaryDirectory(prefix="gouji-office-", ignore_cleanup_errors=True) as made:
        folder = Path(made)
        (folder / f"in.{conversion.format}").write_bytes(data)
        write_profile(folder / "profile")
        output = folder / "out" / f"in.{conversion.component.ending}"
        for reads in conversion.filters:
            status = _run(program, folder, conversion, reads, seconds)
            if not output.exists() and status == _RESTART:
                _run(program, folder, conversion, reads, seconds)
            if output.exists():
                return output.read_bytes()
    raise UnreadableDocument(words("reading.office-refused", format=words(f"reading.format-{conversion.format}")))


def _run(program: Path, folder: Path, conversion: Conversion, reads: str, seconds: float) -> int:
    """Its exit status, once it has ended; 0 also where nothing was converted."""
    command = [str(program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--norestore", "--nolockcheck",
               "--nodefault", f"--infilter={reads}", "--convert-to", conversion.component.writes, "--outdir", str(folder / "out"),
               str(folder / f"in.{conversion.format}")]  # fmt: skip
    with subprocess.Popen(
        command, cwd=folder, env=_environment(folder), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, preexec_fn=_apart(os.getpid()),
    ) as process:  # fmt: skip
        try:
            return process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            raise ReaderDied(words("reading.office-slow", seconds=f"{seconds:g}")) from error
        finally:
            _end(process)


def _environment(folder: Path) -> dict[str, str]:
    """Nothing of ours but where programs lie."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(folder),
        "TMPDIR": str(folder),
        "LANG": "C.UTF-8",
        "SAL_USE_VCLPLUGIN": "svp",
    }


def _apart(parent: int) -> Callable[[], None]:
    """What the new process does first: it dies with us, and has no network where the system lets it give that up."""

    def prepare() -> None:
        die_with(parent)
        if sys.platform == "linux":
            library = ctypes.CDLL(None)
            if library.unshare(_NEW_NETWORK) != 0:  # only root may do this alone
                library.unshare(_NEW_USER | _NEW_NETWORK)

    return prepare


def _end(process: "subprocess.Popen[bytes]") -> None:
    """Nothing of the run is left: it led a group of its own, and what it started is in it."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    except PermissionError:  # the group has only a process left that is no longer ours
        return
