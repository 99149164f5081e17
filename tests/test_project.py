"""The project as a whole: its layers, its lock, what its wheel holds, and that what the README says is there."""

import os
import re
import subprocess
import sys
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from docs.build import main as build_docs
from flows.cli.answering import COMMANDS

ROOT = Path(__file__).parent.parent
PACKAGES = {"gouji", "expectations", "connectors", "flows", "samples"}
# Written in pieces, or this file would name them.
REGISTRIES = re.compile(
    "|".join(["py" + r"pi\.org", "python" + r"hosted\.", r"registry\." + "npm", "deb" + r"\.debian\.", "index" + "-url"])
)


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def text_of(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")


def test_no_tracked_file_names_a_registry() -> None:
    assert [path.name for path in tracked() if REGISTRIES.search(text_of(path))] == []


def test_the_lock_has_a_version_and_hashes_for_everything_and_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    requirements = text.replace("\\\n", " ").splitlines()
    assert all(re.match(r"[a-z0-9.\-\[\]]+==\S+ .*--hash=sha256:", line) for line in requirements)
    assert "://" not in text


def test_each_layer_imports_only_what_stands_below_it() -> None:
    ended = subprocess.run([Path(sys.executable).parent / "lint-imports", "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout


IMPORT_ALL = """
import importlib, pkgutil, sys
for name in {packages!r}:
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        if not module.name.endswith("migrations.env"):  # a script of Alembic's
            importlib.import_module(module.name)
print([name for name in ("prefect", "great_expectations", "pandas") if name in sys.modules])
"""


@pytest.mark.parametrize("packages", [["gouji"], ["connectors"], ["samples"], ["flows.cli"]])
def test_importing_a_package_does_nothing_and_loads_no_framework(packages: list[str], tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir()
    here.mkdir()
    environment = {"HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    code = IMPORT_ALL.format(packages=packages)
    ended = subprocess.run([sys.executable, "-P", "-c", code], cwd=here, env=environment, capture_output=True, text=True)
    assert (ended.stdout, ended.stderr, ended.returncode) == ("[]\n", "", 0)
    assert [*home.iterdir(), *here.iterdir()] == []


def test_the_wheel_holds_the_packages_with_their_data_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == PACKAGES
    ours = [path.relative_to(ROOT).as_posix() for path in tracked() if path.relative_to(ROOT).parts[0] in PACKAGES]
    assert [name for name in ours if name not in names] == []


def test_no_other_distribution_claims_our_packages() -> None:
    claimed = packages_distributions()
    assert {name: sorted(set(claimed.get(name, ["gouji"]))) for name in PACKAGES} == {name: ["gouji"] for name in PACKAGES}


def test_gouji_runs_in_a_folder_with_packages_of_the_same_names(tmp_path: Path) -> None:
    for name in PACKAGES:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("raise ImportError('not ours')")
    ended = subprocess.run([Path(sys.executable).parent / "gouji", "rules"], cwd=tmp_path, capture_output=True, text=True)
    assert ended.returncode == 0, ended.stderr


@pytest.mark.parametrize(("options", "status"), [([], 0), (["--no-skips"], 1), (["--no-skips", "-n", "2"], 1)])
def test_a_skipped_test_fails_a_run_that_forbids_skips(options: list[str], status: int, tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text("import pytest\ndef test_a(): pytest.skip('no such thing here')\ndef test_b(): pass\n")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "--rootdir", tmp_path, "-c", "/dev/null", *options, tmp_path]
    # The run around this one may forbid skips itself, in an environment that it hands on.
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    assert subprocess.run(command, cwd=ROOT, env=environment, capture_output=True).returncode == status


def test_the_generated_references_say_what_the_code_says() -> None:
    assert build_docs(["--check"]) == 0


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/adr/0001-the-house.md", "deploy/README.md", "CHANGELOG.md"])
def test_what_a_page_names_is_there(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(re.findall(r"`gouji ([a-z]+)", text)) <= set(COMMANDS)
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE)) <= set(targets)
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    assert [link for link in linked if not ((ROOT / name).parent / link).exists()] == []
