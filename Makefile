# On Record: `make demo` and `make test` set everything up by themselves.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types imports floors check debian clean

help: ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

# One virtual environment with the package and its development tools; made anew when pyproject.toml changes.
$(VENV)/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else f"On Record needs Python 3.11 or newer, found {v[0]}.{v[1]}. Name another with make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[all,dev]'
	@touch $@

setup: $(VENV)/.installed ## Make the virtual environment

demo: setup ## Read the bundled dispatches into a ledger and serve the page (ARGS=--once stops after printing)
	$(BIN)/onrecord demo $(ARGS)

# Chromium and PostgreSQL are for some tests only; without them those tests are skipped by name.
debian: ## Install the Debian packages some tests need (only where the user is root)
	@bash scripts/debian-packages

test: setup debian ## Run the tests
	$(BIN)/python -m pytest $(ARGS)

lint: setup ## Check style
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup ## Check types
	$(BIN)/mypy

imports: setup ## Check that imports run one way
	$(BIN)/lint-imports

floors: setup ## Check that no measured figure fell (where the corpora are present)
	$(BIN)/onrecord evaluate floors

check: lint types imports test floors ## Everything the continuous integration runs

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
