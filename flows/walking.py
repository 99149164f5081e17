"""Which files stand under the paths that a person names."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from gouji.errors import UsageError
from gouji.words import words

# What a folder or a ZIP archive of reports holds beside them (rosters, single pictures) is passed over, and said to be.
DOCUMENTS = {
    ".pdf",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".xhtml",
    ".txt",
    ".md",
    ".docx",
    ".docm",
    ".dotx",
    ".dotm",
    ".doc",
    ".dot",
    ".wps",
    ".wpt",
    ".rtf",
    ".odt",
    ".ott",
    ".fodt",
    ".xlsx",
    ".xlsm",
    ".xltx",
    ".xltm",
    ".xls",
    ".xlt",
    ".xlsb",
    ".et",
    ".ett",
    ".ods",
    ".ots",
    ".fods",
    ".ofd",
    ".tif",
    ".tiff",
    ".zip",
    ".rar",
    ".7z",
}


def walked(paths: Sequence[Path]) -> dict[Path, Path]:
    """The files in the order of the paths, folders walked by name, each once: where it really is, and as it was first named."""
    found: dict[Path, Path] = {}
    for path in paths:
        for file in _walk(path):
            found.setdefault(file.resolve(), file)
    return found


def linked(paths: Sequence[Path]) -> list[Path]:
    """The folders that stand as links in the folders: they are not walked, for they may lead in circles or anywhere on the disk."""
    below = ((path, Path(folder, name)) for path in paths for folder, names, _ in os.walk(path) for name in names)
    links = sorted((folder for path, folder in below if folder.is_symlink() and _wanted(path, folder)), reverse=True)
    return sorted({folder.parent.resolve() / folder.name: folder for folder in links}.values())  # each once, by its shortest name


def _walk(path: Path) -> list[Path]:
    """The file, or what stands in the folder and in its folders, by name; one of them that is closed to us stands for what is in it."""
    if not path.exists():
        raise UsageError(words("check.no-such-path", path=path))
    return sorted(_in_folder(path)) if path.is_dir() else [path]


def _in_folder(path: Path) -> Iterator[Path]:
    # Path.rglob says nothing of a folder that it may not look into: its reports would be missed unsaid.
    closed: list[Path] = []
    for folder, _, names in os.walk(path, onerror=lambda refused: closed.append(Path(refused.filename))):
        yield from (file for name in names if _wanted(path, file := Path(folder, name)) and _is_file(file))
    yield from (folder for folder in closed if _wanted(path, folder))


def _wanted(path: Path, file: Path) -> bool:
    return not any(part.startswith(".") for part in file.relative_to(path).parts)


def _is_file(file: Path) -> bool:
    """Whether it is one, or may be: what we may not look at is told when it is to be read."""
    try:
        return file.is_file()
    except OSError:
        return True
