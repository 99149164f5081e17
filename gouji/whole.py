"""Files that are there whole or not at all."""

import os
import tempfile
from pathlib import Path
from threading import Lock

_ALONE = Lock()


def write_whole(path: Path, data: bytes) -> None:
    """The file holds these bytes; whoever reads it, and whenever the machine stops, sees the old ones or the new ones."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for the owner alone; pages are for the whole office.
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    # To read it is to set it: of two threads at once the second would take the first one's stand-in for the real one.
    with _ALONE:
        mask = os.umask(0)
        os.umask(mask)
    return mask
