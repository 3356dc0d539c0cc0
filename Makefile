# Everything one does with Simple CRM. Each command installs what it needs first, and only once.

PORT ?= 8000
DATA_DIR ?= .data
AWS_DEFAULT_REGION ?= eu-west-3
export PORT DATA_DIR AWS_DEFAULT_REGION

NEED := sh infra/local/prerequisites.sh
PIP := .venv/bin/python -m pip --disable-pip-version-check -q
NPM := npm --prefix web --no-audit --no-fund --no-update-notifier

PYTHON_READY := .venv/.product
TOOLS_READY := .venv/.tools
SERVICES_READY := .venv-ministack/.ready
CHECKOV_READY := .venv-checkov/.ready
WEB_READY := web/node_modules/.ready
PAGES := web/dist/index.html
# Folders count too: their time changes when a file is added or removed.
WEB_SOURCES := $(shell find web/src web/public web/build docs/help web/index.html web/package.json \
	web/vite.config.ts 2>/dev/null)

.PHONY: help run web test check lint types template bench package deploy browser
.DEFAULT_GOAL := help

help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile
	@echo 'Variables: PORT=8000 DATA_DIR=.data'

run: $(PYTHON_READY) $(SERVICES_READY) $(PAGES) ## Simple CRM on this machine, until Ctrl+C
	@exec .venv/bin/python -m infra.local.run

web: $(PAGES) ## The pages, built into web/dist

test: $(TOOLS_READY) $(SERVICES_READY) $(PAGES) browser ## All tests: Python, browser, pages
	.venv/bin/python -m pytest
	@echo 'The API once more, on a database somebody else wrote'
	TESTS_DATABASE=ministack .venv/bin/python -m pytest tests/accounts tests/companies tests/contacts
	@echo 'The pages once more, with indexes 300 ms behind their tables as those of AWS may be'
	INDEX_DELAY_MS=300 .venv/bin/python -m pytest tests/e2e --deselect tests/e2e/test_address_book.py \
		--deselect tests/e2e/test_pages.py
	$(NPM) test

check: lint types template test ## Everything that must be green before a change is done

lint: $(TOOLS_READY) $(WEB_READY) ## Style and the walls between the rooms
	.venv/bin/ruff check .
	.venv/bin/lint-imports
	$(NPM) run lint

types: $(TOOLS_READY) $(WEB_READY) ## Types, Python and TypeScript
	.venv/bin/mypy
	$(NPM) run typecheck

template: package $(TOOLS_READY) $(CHECKOV_READY) ## What AWS gets, looked over by cfn-lint and checkov
	.venv/bin/cfn-lint .build/package/sam.json
	.venv-checkov/bin/checkov --config-file infra/aws/lint/checkov.yaml -f .build/package/sam.json

bench: $(TOOLS_READY) $(SERVICES_READY) ## The speed and cost figures of the README
	.venv/bin/python -m bench

package: $(PYTHON_READY) ## What AWS gets, in .build/package
	.venv/bin/python -m infra.aws.package

deploy: package $(PAGES) ## Simple CRM on your AWS account (docs/operating.md)
	@.venv/bin/python -m infra.aws.deploy

browser:
	@$(NEED) browser > /dev/null

.venv/bin/python:
	@echo 'Making .venv'
	@python="$$($(NEED) python)" && "$$python" -m venv .venv

$(PYTHON_READY): requirements.txt infra/local/requirements.txt | .venv/bin/python
	@echo 'Installing what the product needs'
	@$(PIP) install -r requirements.txt -r infra/local/requirements.txt
	@touch $@

$(TOOLS_READY): requirements-dev.txt $(PYTHON_READY)
	@echo 'Installing what the checks need'
	@$(PIP) install -r requirements-dev.txt
	@touch $@

$(SERVICES_READY): infra/local/ministack.txt
	@echo 'Installing ministack, which stands in for S3 and SQS'
	@python="$$($(NEED) python)" && "$$python" -m venv .venv-ministack
	@.venv-ministack/bin/python -m pip --disable-pip-version-check -q install -r infra/local/ministack.txt
	@touch $@

$(CHECKOV_READY): infra/aws/lint/requirements.txt
	@echo 'Installing checkov, which looks over what AWS gets'
	@python="$$($(NEED) python)" && "$$python" -m venv .venv-checkov
	@.venv-checkov/bin/python -m pip --disable-pip-version-check -q install -r infra/aws/lint/requirements.txt
	@touch $@

$(WEB_READY): web/package.json web/package-lock.json
	@$(NEED) node
	@echo 'Installing what the pages need'
	@$(NPM) ci --loglevel error
	@touch $@

$(PAGES): $(WEB_READY) $(WEB_SOURCES)
	@echo 'Building the pages'
	@$(NPM) run build --silent -- --logLevel warn
	@touch $@
