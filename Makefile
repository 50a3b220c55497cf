# The two commands of a newcomer are `make book` and `make test`; each sets up what it needs.
.PHONY: setup book test bench gallery stress clean lock

PYTHON := .venv/bin/python
SETUP := tools/setup.sh tools/packages-book.txt requirements.lock pyproject.toml

setup: .venv/.ready-book

.venv/.ready-book: $(SETUP)
	@sh tools/setup.sh book

.venv/.ready-test: $(SETUP) tools/packages-test.txt requirements-dev.lock
	@sh tools/setup.sh test

book: .venv/.ready-book
	@$(PYTHON) build.py

test: .venv/.ready-test
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	.venv/bin/lint-imports
	$(PYTHON) -m pytest

.venv/.ready-bench: $(SETUP) requirements-bench.lock
	@sh tools/setup.sh bench

bench: .venv/.ready-bench
	$(PYTHON) -m bench

# Hard pages beside Typst, and beside ctex and Chromium where they are installed: build/gallery/*/*.png
gallery: .venv/.ready-bench
	$(PYTHON) -m bench.gallery build/gallery

# Random documents by the hundred through the press
stress: .venv/.ready-book
	$(PYTHON) -m bench.stress

clean:
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find output -mindepth 1 ! -name .gitkeep -delete
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# For maintainers: write the lock files anew from the versions in pyproject.toml.
lock: .venv/.ready-test
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra build pyproject.toml -o requirements.lock
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra build --group dev pyproject.toml -o requirements-dev.lock
	.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --extra build --group bench pyproject.toml -o requirements-bench.lock
