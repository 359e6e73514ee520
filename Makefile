# `make run` and `make test` are all that a newcomer needs; the rest is in CONTRIBUTING.md.
PYTHON  ?= python3
VENV    ?= .venv
AS_OF   ?= 2026-05-01T00:00:00Z
EVENTS  ?= 2000000
REPEAT  ?= 3
VECTORS ?= tests/conformance
DIR     ?= $(wildcard tests/scenarios/*/)

BIN     := $(abspath $(VENV))/bin
DBT     := $(BIN)/dbt
SAMPLE  := --vars '{as_of: "$(AS_OF)"}'

# The tests build the sample in a database of their own.
ON_TEST     := OUTCOME_METERING_DATABASE=build/test/outcome_metering.duckdb
TEST_TARGET := --target-path build/test/target

export DBT_SEND_ANONYMOUS_USAGE_STATS := false

.PHONY: setup run test check bench conformance scenarios docs sample test-duckdb2

setup: $(VENV)/installed

$(VENV)/installed: requirements.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@

run: setup
	$(DBT) --quiet build $(SAMPLE) --full-refresh --exclude-resource-type unit_test
	@$(DBT) --quiet run-operation summarize $(SAMPLE)

test: check
	rm -rf build/test && mkdir -p build/test
	$(ON_TEST) $(DBT) --quiet --warn-error build $(SAMPLE) $(TEST_TARGET)
	$(ON_TEST) $(DBT) --quiet docs generate $(SAMPLE) $(TEST_TARGET)
	$(BIN)/dbt-bouncer --config-file dbt-bouncer.yml
	$(BIN)/python -m pytest

check: setup
	$(DBT) --quiet --warn-error parse
	$(BIN)/sqlfluff lint --processes 2 models
	$(BIN)/yamllint --strict .
	$(BIN)/codespell
	$(BIN)/python -m pytest tests/python/test_tidy.py

conformance: setup
	$(BIN)/python tests/python/conformance.py $(VECTORS)

scenarios: setup
	$(BIN)/python tests/python/scenarios.py $(DIR)

bench: setup
	$(BIN)/python bench/bench.py --events $(EVENTS) --repeat $(REPEAT)

docs: setup
	$(DBT) --quiet docs generate --static $(SAMPLE)
	@echo "Open target/static_index.html"

sample: setup
	$(BIN)/python seeds/sample/make_raw_events.py

test-duckdb2:
	$(PYTHON) -m venv .venv-duckdb2
	.venv-duckdb2/bin/pip install --quiet --disable-pip-version-check -r requirements-duckdb2.txt
	rm -rf build/duckdb2 && mkdir -p build/duckdb2
	OUTCOME_METERING_DATABASE=build/duckdb2/outcome_metering.duckdb \
		.venv-duckdb2/bin/dbt --quiet build $(SAMPLE) --full-refresh --target-path build/duckdb2/target
	@echo "Built and tested on DuckDB 2.0.0"
