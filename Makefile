# gouji needs python3 (3.11 to 3.13) with venv, and make. Everything else comes from requirements.lock into .venv.

PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed
PACKAGES := gouji expectations connectors flows samples

.PHONY: install demo test long check bench corpus real lock clean

install: $(INSTALLED)

# The lock names everything, and so pip need not resolve (--no-deps), which older ones cannot do for extras with hashes.
# Bytecode is compiled here, even where the environment forbids Python to write any: Great Expectations and Prefect take
# several seconds to import without. Templates inside some packages are no Python, hence the status of theirs is not asked.
$(INSTALLED): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) and "gouji needs Python 3.11 to 3.13: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation -e .
	$(BIN)/python -m pip check --quiet
	$(BIN)/python -m compileall -qq -j 2 .venv/lib || true
	$(BIN)/python -m compileall -q $(PACKAGES)
	@touch $@

demo: install
	samples/demo.sh

test: install
	$(BIN)/pytest -n 2 --dist worksteal -m "not long"

long: install
	$(BIN)/pytest -m long

check: install
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m docs.build --check

bench: install
	$(BIN)/python -m benchmarks.run

# What the rules find in the samples beside the committed summary; after a wanted change: .venv/bin/python -m benchmarks.rules --write
corpus: install
	$(BIN)/python -m benchmarks.rules

# Published reports of your own: make real REPORTS=../reports
real: install
	$(if $(REPORTS),,$(error give a folder of published reports: make real REPORTS=FOLDER))
	$(BIN)/gouji check $(REPORTS) --stage published --fail-on never

# Newer versions, and hashes for every platform: versions and hashes only, no addresses. Needs uv.
lock:
	uv pip compile pyproject.toml --all-extras --universal --generate-hashes --no-header --no-annotate --upgrade -q -o requirements.lock

clean:
	rm -rf demo build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
