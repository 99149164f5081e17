"""A page as a real browser shows it, with no network at all."""

import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")

OFFLINE = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--hide-scrollbars", "--host-resolver-rules=MAP * ~NOTFOUND",
]  # fmt: skip


def shown(path: Path, profile: Path) -> LexborHTMLParser:
    """The page's elements after the browser has loaded it and run whatever it would run."""
    dumped = _run(path, profile, "--dump-dom", "--virtual-time-budget=2000")
    return LexborHTMLParser(dumped.decode("utf-8"))


def photographed(path: Path, profile: Path, picture: Path, width: int = 1280, height: int = 900) -> bytes:
    """The page's picture as PNG."""
    _run(path, profile, f"--screenshot={picture}", f"--window-size={width},{height}")
    return picture.read_bytes()


def _run(path: Path, profile: Path, *options: str) -> bytes:
    assert CHROMIUM is not None
    command = [CHROMIUM, *OFFLINE, f"--user-data-dir={profile}", *options, path.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, timeout=120).stdout
