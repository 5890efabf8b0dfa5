# `make` builds everything from a fresh clone: environment, tables, verdict, downloads and site.
# `make test` runs the tests. Needed: Python 3.11 or newer with pip, make, git.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
INSTALLED := $(VENV)/.installed
# -I: no user site, no PYTHON* variables; the environment is the lock file's and nothing else.
RUN := $(VENV)/bin/python -I
PIP := $(RUN) -m pip install --quiet --disable-pip-version-check
PYTEST_FLAGS ?= -n auto

# Other people's programs that judge the metadata, for `make test`: not needed, and skipped where they are not.
JUDGES := .judges

.PHONY: all setup judges convert validate publish test lint clean

all: convert validate publish

setup: $(INSTALLED)

$(INSTALLED): pyproject.toml requirements/build.txt requirements/lock.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	$(PYTHON) -I -m venv $(VENV)
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes --no-build-isolation -r requirements/lock.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

judges: $(JUDGES)/.installed

$(JUDGES)/.installed: requirements/build.txt requirements/judges.txt requirements/citation-judge.txt
	rm -rf $(JUDGES)
	@for name in judges citation-judge; do \
		$(PYTHON) -I -m venv $(JUDGES)/$$name \
		&& for lock in build $$name; do \
			$(JUDGES)/$$name/bin/python -I -m pip install --quiet --disable-pip-version-check \
				--no-build-isolation --require-hashes -r requirements/$$lock.txt || exit 1; \
		done || exit 1; \
	done
	@touch $@

convert: setup
	$(RUN) scripts/convert.py

# Exit code 2 means warnings only.
validate: setup convert
	$(RUN) scripts/validate.py || [ $$? -eq 2 ]

publish: setup convert validate
	$(RUN) scripts/publish.py

test: setup
	$(RUN) -m pytest $(PYTEST_FLAGS)

lint: setup
	$(VENV)/bin/ruff check scripts tests benchmarks
	$(VENV)/bin/ruff format --check scripts tests benchmarks
	$(VENV)/bin/mypy

clean:
	rm -rf $(VENV) $(JUDGES) site
