# `make` alone lists what there is. Everything needs only python3 (3.11 or newer) and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
export PYTHONDONTWRITEBYTECODE ?= 1

# What leans most on the database; `make proof` runs all the rest on PostgreSQL too.
ALSO_ON_POSTGRES := $(addprefix tests/,ground/test_cases.py ground/test_work.py ground/test_limits.py \
	ground/test_delivery.py ground/test_alarms.py waiting)

# Tests of `make test` that count something for docs/trust.md.
WITH_FIGURES := $(addprefix tests/,easyread/test_privacy.py ground/test_mail_injection.py \
	privacy/test_lookups_are_written_down.py rules/test_reading_changes_nothing.py \
	screening/test_access_matrix.py supply/test_packages.py)

.PHONY: help demo test check bench proof lock sbom trust clean

help: ## list the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.venv/installed: requirements-dev.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed.")'
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

lock: .venv/installed ## write the lock files anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements.txt
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet -o requirements-dev.txt

demo: .venv/installed ## start the whole portal with realistic data on http://localhost:8000
	@PYTHONPATH=. $(BIN)/python tests/browser/find_pango.py --optional
	@$(BIN)/python -m portal.demo

check: .venv/installed ## the fast part of the tests, types, lint and layers: under 2 minutes
	@$(BIN)/ruff format --check --quiet . || (echo 'Run: .venv/bin/ruff format .' && exit 1)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/djlint portal/templates --lint --quiet
	@$(BIN)/lint-imports --no-cache > .layers.txt 2>&1 || (cat .layers.txt && exit 1)
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/pytest -q -n 2 -m 'not slow and not proof'

test: .venv/installed system check ## everything, from a fresh clone: at most 12 minutes on 2 cores
	@$(BIN)/pytest -q -n 2 -m 'slow and not proof'
	@TEST_DATABASE=postgres $(BIN)/pytest -q -n 2 $(ALSO_ON_POSTGRES)

bench: .venv/installed ## measure what the portal promises about speed
	@$(BIN)/python -m benchmarks.everything

proof: test ## the long proofs as well
	@PORTAL_NOTE_FIGURES=1 $(BIN)/pytest -q -n 2 -m 'proof and not alone'
	@PORTAL_NOTE_FIGURES=1 $(BIN)/pytest -q -m alone
	@PORTAL_NOTE_FIGURES=1 $(BIN)/pytest -q -n 2 $(WITH_FIGURES)
	@TEST_DATABASE=postgres $(BIN)/pytest -q -n 2 -m 'not proof' --hypothesis-profile=searching
	@$(BIN)/python -m benchmarks.everything --whole --write

.PHONY: system
system: # what the tests need beyond Python
	@$(BIN)/python tests/browser/find_chromium.py
	@PYTHONPATH=. $(BIN)/python tests/browser/find_pango.py

sbom: .venv/installed ## write docs/sbom.json and docs/licences.md anew from the lock
	@$(BIN)/python tests/supply/bill.py

trust: .venv/installed ## write docs/trust.md anew: each promise with its tests and last figure
	@$(BIN)/python tests/trust/table.py

clean: ## remove what make has built (the demo's data too)
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis .layers.txt
