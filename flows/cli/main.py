"""Where the process of `gouji` begins and ends. Next to nothing is imported yet: whoever stops it meanwhile gets no traceback either."""

import sys

_SIGINT = 2  # its module imports a good deal: that too may be interrupted


def main() -> None:
    """Runs one command and ends the process with the contract's exit status."""
    try:
        from flows.cli.stopping import stop_when_told

        stop_when_told()
        from flows.cli.answering import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt as stopped:
        status = 128 + getattr(stopped, "number", _SIGINT)  # as shells count
    sys.exit(status)


if __name__ == "__main__":
    main()
