"""Where LibreOffice is installed, and which parts of it."""

import os
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from gouji.errors import UnreadableDocument
from gouji.words import words


@dataclass(frozen=True, slots=True)
class Component:
    """A part of LibreOffice: what it writes for us, its library, the package that brings it."""

    writes: str
    ending: str
    library: str
    package: str


WRITER = Component("docx:MS Word 2007 XML", "docx", "libswlo", "libreoffice-writer-nogui")
CALC = Component("xlsx:Calc MS Excel 2007 XML", "xlsx", "libsclo", "libreoffice-calc-nogui")


def program_for(component: Component, format_: str) -> Path:
    """The program to run; UnreadableDocument naming the package where it, or this part of it, is not installed."""
    found = which("soffice") or which("libreoffice")
    program = Path(os.path.realpath(found)) if found else None
    if program is None or not _has(program.parent, component):
        raise UnreadableDocument(words("reading.office-missing", format=words(f"reading.format-{format_}"), package=component.package))
    # The scripts and helpers around it outlive their own end; the binary itself can be told to die with us.
    binary = program.parent / "soffice.bin"
    return binary if binary.exists() else program


def _has(folder: Path, component: Component) -> bool:
    """Whether the part is there, as far as it can be seen: where no library lies, the layout is one that we do not know."""
    libraries = [path.name for path in folder.glob("lib*lo.*")]
    return not libraries or any(name.startswith(f"{component.library}.") for name in libraries)
