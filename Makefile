# Fairway's daily commands. `make` alone lists them.
# Each target is a script in scripts/; what several of them share is set here and exported.

SHELL := bash

# Everything that outlives a checkout: tools, compiled dependencies, compressed files.
XDG_CACHE_HOME ?= $(HOME)/.cache
export FAIRWAY_CACHE ?= $(XDG_CACHE_HOME)/fairway
export CARGO_TARGET_DIR ?= $(FAIRWAY_CACHE)/target
export PATH := $(FAIRWAY_CACHE)/tools/bin:$(PATH)

# Cargo profile of the site: `web` is what visitors get, `web-dev` builds in a fraction of the time.
export FAIRWAY_PROFILE ?= web
PORT ?= 8080

.DEFAULT_GOAL := help
.PHONY: help setup serve dev site test size bench kiosk sheet goldens icons format clean

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo "Caches are in $(FAIRWAY_CACHE)"

setup: ## install what is missing (the other commands do it themselves)
	@scripts/setup test

serve: ## build the site as visitors get it and serve it (PORT=8080)
	@scripts/setup build
	@scripts/site
	@node web/serve.mjs --dir dist --port $(PORT)

dev: export FAIRWAY_PROFILE = web-dev
dev: ## serve a quick build, and rebuild it on every change
	@scripts/setup build
	@scripts/dev $(PORT)

site: ## build the site into dist/
	@scripts/setup build
	@scripts/site

test: ## every check and test, browser included (STEPS="rust browser" for some)
	@scripts/setup test
	@node scripts/test.mjs $(STEPS)

size: ## what visitors download, against the budgets
	@scripts/setup build
	@scripts/site
	@node scripts/size.mjs

bench: ## measurements, native and in the browser
	@scripts/setup test
	@scripts/site
	@scripts/bench

kiosk: ## a kiosk as docs/kiosk.md has it, on a virtual display: is it full screen, is a dead page mended (KEEP=1 goes on)
	@scripts/setup kiosk
	@scripts/site
	@node scripts/kiosk.mjs

sheet: ## pictures of the 3D stage in both languages, into build/contact-sheet/
	@scripts/setup test
	@scripts/site
	@node scripts/contact-sheet.mjs

goldens: ## the stage's pictures that tests compare with, anew: look at each before you commit it
	@scripts/setup test
	@scripts/site
	@npx --no playwright test goldens --update-snapshots=changed

icons: ## the icons that devices install the page with, anew from web/icon.svg
	@scripts/setup test
	@node scripts/icons.mjs

format: ## format and tidy Rust, TypeScript and styles
	@scripts/setup build
	@cargo fmt
	@npm run --silent format

clean: ## remove what was built here (not the caches)
	rm -rf build dist test-results
