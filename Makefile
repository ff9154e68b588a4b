# Everything happens in .venv; a second call of any target is quick.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ANALYZER_EXTRAS ?= dev
INSTALLED := $(VENV)/.installed-$(ANALYZER_EXTRAS)

.PHONY: install run test lint bench screenshots train evaluate clean

install: $(INSTALLED)  ## all that the other targets need

run: $(INSTALLED)  ## open the app on a sample workspace
	ANALYZER_HOME=.workspace $(BIN)/analyzer serve

test: $(INSTALLED)  ## every test that this machine can run
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not browser"
	$(BIN)/python -m pytest -m browser

lint: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(INSTALLED)  ## how fast it is here, beside the stock recipe
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,compare,fast]'
	$(BIN)/python tests/bench.py

screenshots: $(INSTALLED)  ## every page, both languages, both widths, light and dark, into artifacts/
	$(BIN)/python -m pytest -m browser

train: $(INSTALLED)  ## rebuild models/ from DATA=folder of the label sets
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[train]'
	$(BIN)/analyzer train --data $(DATA)

evaluate: $(INSTALLED)  ## how good models/ is, beside simple recipes, from DATA=folder of the label sets
	$(BIN)/pip install --quiet --constraint constraints.txt --editable '.[dev,compare]'
	$(BIN)/analyzer evaluate --data $(DATA)

clean:
	rm -rf $(VENV) .workspace artifacts build dist

$(INSTALLED): pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[$(ANALYZER_EXTRAS)]'
	touch $@
