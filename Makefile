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

# For `make audit`: a program that knows the vulnerabilities that are published, and the lock files it looks up.
AUDIT := .audit
LOCKS := build lock benchmarks judges citation-judge audit

.PHONY: all setup judges audit convert validate publish test lint clean

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

# Asks PyPI, which must be within reach: a package that is not found there is an error, not a pass.
audit: $(AUDIT)/.installed
	@for lock in $(LOCKS); do \
		echo "requirements/$$lock.txt" \
		&& $(AUDIT)/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off \
			-r requirements/$$lock.txt || exit 1; \
	done

$(AUDIT)/.installed: requirements/build.txt requirements/audit.txt
	rm -rf $(AUDIT)
	$(PYTHON) -I -m venv $(AUDIT)
	@for lock in build audit; do \
		$(AUDIT)/bin/python -I -m pip install --quiet --disable-pip-version-check \
			--no-build-isolation --require-hashes -r requirements/$$lock.txt || exit 1; \
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
	rm -rf $(VENV) $(JUDGES) $(AUDIT) site
