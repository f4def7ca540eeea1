# `make site` builds the gallery in content/ into site/. `make test` sets up and passes all tests.
# Python 3.11 or later is all that is needed; PYTHON names another one: make site PYTHON=python3.13

PYTHON ?= python3
BIN := .venv/bin

.PHONY: site test system lint types bench docs guides clean
.NOTPARALLEL:

site: .venv/installed
	$(BIN)/python build.py

test: system lint types
	$(BIN)/pytest -n 3 --dist worksteal

# What the tests need besides Python: exiftool reads the metadata of every kind of picture, Chromium shows the pages.
system:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || \
	if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; \
	then apt-get update -qq && apt-get install -qq --yes chromium fonts-noto-core; \
	else echo 'The tests need Chromium: install chromium (Debian, Fedora, Homebrew).'; fi
	@command -v exiftool >/dev/null || if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; \
	then apt-get update -qq && apt-get install -qq --yes libimage-exiftool-perl; \
	else echo 'The tests need exiftool: install libimage-exiftool-perl (Debian), perl-Image-ExifTool (Fedora) or exiftool (Homebrew).'; fi

lint: .venv/developed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/developed
	$(BIN)/mypy

# Times the program against its peers on the same work.
bench: .venv/benched
	$(BIN)/python benchmarks/site.py; site=$$?; $(BIN)/python benchmarks/photos.py && exit $$site
	$(BIN)/python benchmarks/books.py
	$(BIN)/python benchmarks/serving.py

# Writes the pages of docs/ that are made from the program.
docs: .venv/developed
	$(BIN)/python docs/generate.py

# Builds the guides for curators into docs/guides/site, with galeri itself.
guides: .venv/installed
	$(BIN)/python docs/guides/build.py

clean:
	find site -mindepth 1 ! -name .gitignore -delete
	rm -rf docs/guides/content docs/guides/site docs/guides/.galeri
	rm -rf .venv .galeri dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

# Each file tells that its packages are there; it is made again when pyproject.toml changes.
.venv/installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "galeri needs Python 3.11 or later; this is " + sys.version)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

.venv/developed: .venv/installed
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@

.venv/benched: .venv/installed
	$(BIN)/python -m pip install --quiet --group bench
	@touch $@
