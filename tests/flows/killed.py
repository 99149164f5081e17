"""A patrol that is killed at a boundary: `python -m tests.flows.killed FOLDER BOUNDARY`."""

import os
import signal
import sys
from pathlib import Path

from tests.flows.town import Town


def main(folder: Path, boundary: str) -> None:
    def checkpoint(passed: str) -> None:
        if passed == boundary:
            os.kill(os.getpid(), signal.SIGKILL)

    Town(folder).patrol(checkpoint)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
