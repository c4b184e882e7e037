# Every task of the project. `make help` lists them.
#
# All paths are relative, so that a folder with a space in its name is no trouble.

PYTHON ?= python3
VENV   := .venv
PY     := $(VENV)/bin/python
PIP    := $(PY) -m pip --disable-pip-version-check --no-input install --quiet --constraint constraints.txt
ARGS   ?=

# A virtual environment of the machine's own, or a newcomer's odd settings, must not change what a task does.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE VIRTUAL_ENV

.DEFAULT_GOAL := help
.PHONY: help run test lint types arch check fuzz crash bench bench-search bench-read bench-learner content docs golden pictures snapshots lock wheel wheel-test clean

help: ## List the tasks
	@grep -hE '^[a-z-]+:.*## ' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

run: $(VENV)/ready-to-run ## Open the program: make run ARGS='"neural network" --entries folder'
	@$(PY) -m glossary_tui $(ARGS)

test: $(VENV)/ready-to-test ## Run the tests, a process for each core: make test ARGS='-n0 -k peek'
	@$(PY) -m pytest -n auto --dist worksteal $(ARGS)

lint: $(VENV)/ready-to-test ## Check style and formatting
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .

types: $(VENV)/ready-to-test ## Check types
	@$(PY) -m mypy

arch: $(VENV)/ready-to-test ## Check who imports whom
	@$(VENV)/bin/lint-imports

check: test lint types arch ## All that a change must pass

fuzz: $(VENV)/ready-to-test ## Feed the reader 20,000 odd files for each property
	@HYPOTHESIS_PROFILE=fuzz $(PY) -m pytest tests/unit/reader/test_fuzz.py $(ARGS)

bench: $(VENV)/ready-to-test ## Speed beside references and goals, in a pseudo-terminal: make bench ARGS=--quick
	@$(PY) -m benchmarks.bench $(ARGS)

bench-cli: $(VENV)/ready-to-test ## The printing commands beside sdcv, tealdeer and ripgrep
	@$(PY) -m benchmarks.bench_cli $(ARGS)

bench-search: $(VENV)/ready-to-test ## Ranking and speed of the search beside fzf and rapidfuzz
	@$(PY) benchmarks/search_bench.py $(ARGS)

bench-read: $(VENV)/ready-to-test ## What is read of any folders: make bench-read ARGS='folder …'
	@$(PY) benchmarks/read_corpora.py $(ARGS)

bench-learner: $(VENV)/ready-to-test ## Let simulated learners study for a year, and draw what they remember
	@$(PY) benchmarks/learner.py --picture docs/pictures/learner.svg $(ARGS)

content: $(VENV)/ready-to-test ## Measure the bundled glossary: words, reading grade, openings
	@$(PY) tests/content/figures.py

docs: $(VENV)/ready-to-test ## Renew docs/keys.md, the commands in docs/cli.md, the manual page
	@$(PY) docs/keys_page.py
	@$(PY) docs/cli_page.py
	@$(PY) docs/man_page.py

crash: $(VENV)/ready-to-test ## Kill a study session a hundred times and look for every answer
	@CRASHES=100 $(PY) -m pytest tests/cli/test_study_crash.py $(ARGS)

golden: $(VENV)/ready-to-test ## Renew what the command line is expected to print; read the difference
	@GOLDEN=renew $(PY) -m pytest tests/cli/test_golden.py $(ARGS)

pictures: $(VENV)/ready-to-test ## Renew the README's pictures from the program itself
	@$(PY) docs/pictures/take.py

snapshots: $(VENV)/ready-to-test ## Renew the pictures that the tests compare with; look at them
	@SNAPSHOTS=renew $(PY) -m pytest -n auto tests/snapshots $(ARGS)

lock: $(VENV)/ready-to-test ## Write the versions installed here into constraints.txt
	@{ sed '/^[^#]/d' constraints.txt; $(PY) -m pip freeze --exclude-editable; } > constraints.new
	@mv constraints.new constraints.txt

wheel: $(VENV)/ready-to-test ## Build the wheel and the source archive into dist/
	@$(PY) -m hatchling build

wheel-test: $(VENV)/ready-to-test ## Install the wheel with pip, pipx and uv, as far as they are here, and run it
	@$(PY) tests/architecture/install_wheel.py

clean: ## Remove the virtual environment and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp says that what it is named for is installed; it is older than what it depends on when that changed.

$(VENV)/ready-to-run: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo 'This needs Python 3.11 or newer, and "$(PYTHON)" is not that. Install one (Debian, Ubuntu: apt install python3 python3-venv; macOS: brew install python) or name it: make PYTHON=python3.12 run' >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { \
	  echo 'This needs the venv module of Python, and "$(PYTHON)" lacks it. Install it (Debian, Ubuntu: apt install python3-venv) or name another Python: make PYTHON=python3.12 run' >&2; exit 1; }
	@echo 'Installing into $(VENV) …'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PY) -m pip --disable-pip-version-check uninstall --quiet --yes setuptools 2>/dev/null || true # costs every start 6 ms
	@$(PIP) --editable .
	@touch $@

$(VENV)/ready-to-test: $(VENV)/ready-to-run
	@echo 'Installing what the tests need …'
	@$(PIP) --editable '.[dev]'
	@touch $@
