# One line a verb. `make run` and `make test` are all that a newcomer needs.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
AS_OF  ?= 2026-05-01T00:00:00Z

.PHONY: setup run test check bench conformance scenarios docs sample

setup: $(VENV)/.installed
$(VENV)/.installed: requirements.txt requirements-dev.txt
	$(PYTHON) -m venv $(VENV) && $(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt && touch $@
