# Every target of the project; `make` alone lists them.

.DEFAULT_GOAL := help
# One recipe at a time: each of them already uses every core.
.NOTPARALLEL:

# The folder to read (for `build`) and the folder to write, given on the command line of make.
INPUT :=
OUT := out
# 1 to replace the release in OUT whatever the comparison with it finds.
ACCEPT ?=

# Paths reach the recipes by the environment, as they were typed.
export INPUT_FOLDER := $(value INPUT)
export OUT_FOLDER := $(value OUT)

# Another checkout of the project, to measure beside this one.
AGAINST :=
export AGAINST_FOLDER := $(value AGAINST)

# STRICT=1: a document that cannot be fetched is an error.
STRICT ?=
# A word in the path of the tests to run.
ONLY :=
# DISCOVER=0: do not search for the published PDFs before the first fetch.
DISCOVER ?=
discover_once = $(if $(filter 0,$(DISCOVER)),,--discover)
# Settings of fetching, see docs/fetching.md.
SETTINGS ?=
export SETTINGS_FILE := $(value SETTINGS)
fetch_options = $(if $(STRICT),--strict) $(if $(SETTINGS_FILE),--settings "$$SETTINGS_FILE")

# The queue by which many machines read. It may hold a password, which a list of processes would show.
QUEUE :=
ifneq ($(value QUEUE),)
export CYBERWELLNESS_QUEUE := $(value QUEUE)
endif

# The page on the web at which the release will be found, for its descriptors.
HOMEPAGE :=
ifneq ($(value HOMEPAGE),)
export CYBERWELLNESS_HOMEPAGE := $(value HOMEPAGE)
endif

# The day of publication, for its descriptors.
RELEASED :=
ifneq ($(value RELEASED),)
export CYBERWELLNESS_RELEASED := $(value RELEASED)
endif

with_node := .ci/with-node
pipeline := $(with_node) node pipeline/cli/main.js
accept := $(if $(filter 1,$(value ACCEPT)),--accept)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: all
all: install ## install what it needs, fetch what is missing and build raw/ into out/ (OUT=folder, DISCOVER=0 to skip the search for PDFs, STRICT=1, SETTINGS=file, ACCEPT=1 to accept big changes, HOMEPAGE=https://… for its web page, RELEASED=2026-01-31 for its day of publication, QUEUE=redis://host to read on many machines)
	@$(pipeline) fetch --missing $(discover_once) $(fetch_options)
	@$(pipeline) build --input raw --corrections raw/corrections.csv --out "$$OUT_FOLDER" $(accept)

.PHONY: publishable
publishable: install ## build raw/ without the wording of the ITU into publishable/ (OUT=folder), for publication
	@$(pipeline) build --input raw --corrections raw/corrections.csv --out "$(if $(filter command line,$(origin OUT)),$$OUT_FOLDER,publishable)" --without-source-text $(accept)

.PHONY: fetch
fetch: install ## fetch what is missing, and ask whether the rest has changed (STRICT=1, SETTINGS=file)
	@$(pipeline) fetch $(fetch_options)

.PHONY: discover
discover: install ## search for profiles that raw/sources.json does not name yet, and add them (SETTINGS=file)
	@$(pipeline) discover $(if $(SETTINGS_FILE),--settings "$$SETTINGS_FILE")

.PHONY: build
build: install ## build from any folder: make build INPUT=folder OUT=folder
	@if [ -z "$$INPUT_FOLDER" ]; then echo 'Say which folder to read: make build INPUT=folder OUT=folder' >&2; exit 2; fi
	@$(pipeline) build --input "$$INPUT_FOLDER" --out "$$OUT_FOLDER" $(accept)

.PHONY: worker
worker: install ## read documents for builds on other machines: make worker QUEUE=redis://host
	@$(pipeline) worker

.PHONY: explore
explore: install ## browse the release with its source documents; build it first if missing: make explore [OUT=folder] [INPUT=folder]
	@[ -e "$$OUT_FOLDER/explorer/index.html" ] || $(MAKE) --no-print-directory all
	@$(pipeline) explore --release "$$OUT_FOLDER" --input "$${INPUT_FOLDER:-raw}"

.PHONY: verify
verify: install ## build raw/ (INPUT=folder for another) twice, in two environments, and compare all bytes
	@$(pipeline) verify --input "$${INPUT_FOLDER:-raw}" --corrections raw/corrections.csv

.PHONY: crosscheck
crosscheck: install ## compare the words of PDFium with those of pdf.js: make crosscheck INPUT=folder
	@if [ -z "$$INPUT_FOLDER" ]; then echo 'Say which folder to read: make crosscheck INPUT=folder' >&2; exit 2; fi
	@$(pipeline) crosscheck "$$INPUT_FOLDER"

.PHONY: test
test: ## install what it needs, then run every check and every test, or some: make test ONLY=layout
	@.ci/run $(ONLY)

.PHONY: golden
golden: install-tests ## write the expected releases and comparisons of tests again; read the difference before you commit it
	@$(with_node) node_modules/.bin/vitest run tests/golden tests/release --update

.PHONY: watch
watch: install-tests ## run affected tests after each change: make watch [ONLY=layout]
	@$(with_node) node_modules/.bin/vitest watch $(ONLY)

.PHONY: coverage
coverage: install-tests ## show which lines no test reaches: make coverage [ONLY=layout]; pages in .cache/coverage/
	@$(with_node) node_modules/.bin/vitest run --coverage --coverage.reportsDirectory=.cache/coverage $(ONLY)

.PHONY: queue-trial
queue-trial: install-tests ## read 2,000 documents through a queue while workers are killed and Redis restarts (needs redis-server)
	@$(with_node) node bench/queue-trial.ts

.PHONY: check
check: ## run the checks alone: style, types, unused code, generated files, links
	@.ci/run .ci/checks

.PHONY: audit
audit: install ## ask the npm registry for advisories against the packages, high severity and above
	@$(with_node) npm audit --package-lock-only --audit-level=high

.PHONY: sbom
# With --omit=dev npm leaves out packages that builds and tests share; here each test package is marked as such.
sbom: install-tests ## print the packages of the project as a CycloneDX bill of materials, by npm
	@$(with_node) npm sbom --package-lock-only --sbom-format=cyclonedx

.PHONY: bench
bench: install-tests ## measure speed and memory on a quiet machine (AGAINST=folder: also measure another checkout)
	@$(with_node) node bench/main.ts $${AGAINST_FOLDER:+--against "$$AGAINST_FOLDER"}

.PHONY: generate
generate: install-tests ## write the files that are generated from schemas/ and the lock files
	@$(with_node) node .ci/generate/main.ts

.PHONY: patterns
patterns: install ## count what each status pattern decides: make patterns [REFERENCE=folder with text/ and gold/]
	@$(with_node) node .ci/generate/measure-patterns.ts
	@$(with_node) node .ci/generate/main.ts

.PHONY: specimens
specimens: install-tests ## write the sample profiles in raw/specimen/
	@$(with_node) node raw/specimen/write-specimens.ts

.PHONY: fuzz
fuzz: install-tests ## read 20,000 mutated samples: make fuzz [COUNT=20000] [FIRST=1]
	@$(with_node) node tests/fuzz/run-fuzz.ts --count "$${COUNT:-20000}" --first "$${FIRST:-1}"

.PHONY: power-cuts
power-cuts: install-tests ## kill `make all` at 50 random moments: make power-cuts [TIMES=50] [SEED=1]
	@$(with_node) node tests/power-cuts/run-power-cuts.ts --times "$${TIMES:-50}" --seed "$${SEED:-1}"

.PHONY: screenshots
screenshots: install-tests ## take the pictures of the explorer in docs/images/: make screenshots [RELEASE=folder]
	@$(with_node) node .ci/generate/take-screenshots.ts

.PHONY: install
install: ## install Node.js (where needed) and the packages that a build uses
	@.ci/install build

.PHONY: install-tests
install-tests: ## install the packages of the tests too
	@.ci/install

.PHONY: clean
clean: ## remove out/, leftovers of killed builds, and the caches
	@rm -rf out out.rejected .out.partial-* .out.previous-* .out.rejected.previous-* .cache

.PHONY: distclean
distclean: clean ## also remove node_modules/ and the installed Node.js
	@rm -rf node_modules .ci/node/node_modules
