# Every task of the project. Python 3.11 or later with venv is all that has to be on the machine.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# A stamp is newer than the lock it was made from, or the environment is brought up to date.
RUNTIME := $(VENV)/.runtime
DEVELOPMENT := $(VENV)/.development

.PHONY: run test check format facts words bench lock clean

run: $(RUNTIME)  ## answer questions: on every platform that has a token, else in this terminal
	@$(BIN)/openness run

test: $(DEVELOPMENT)  ## the tests
	@$(BIN)/pytest $(ARGS)

check: $(DEVELOPMENT)  ## style, types, import directions
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/hadolint Dockerfile

format: $(DEVELOPMENT)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

facts: $(RUNTIME)  ## read the fact pack aloud, then make facts.db from it
	@$(BIN)/openness facts check
	@$(BIN)/openness facts build

words: $(DEVELOPMENT)  ## collect the sentences of the replies anew, keeping the translations
	@$(BIN)/python -m bot.replies.catalogue

bench: $(DEVELOPMENT)  ## ratios, measured side by side in one run
	@$(BIN)/python -m benchmarks

lock: $(BIN)/uv  ## resolve the dependencies anew
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --upgrade \
		pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --upgrade \
		--group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache

$(BIN)/uv:
	@echo "Setting up (once, about a minute) ..." >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Openness Bot needs Python 3.11 or later.")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.8,<1'

$(RUNTIME): requirements.lock pyproject.toml | $(BIN)/uv
	@echo "Installing what the bot needs ..." >&2
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps -e .
	@touch $@

$(DEVELOPMENT): requirements-dev.lock $(RUNTIME) | $(BIN)/uv
	@echo "Installing what the tests need ..." >&2
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-dev.lock
	@touch $@
