# Offprint: the two commands are `make site` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libstemmer-dev libxxhash-dev libexpat1-dev zlib1g-dev pkg-config
BINARY := .build/release/offprint
STATIC := .build/static/offprint
SITE := Site
PREFIX ?= /usr/local

.PHONY: help setup build static site test install uninstall browse pictures lint format clean

help:
	@echo 'make site    install what is missing, build, make the site of Site/, print the page to open'
	@echo 'make test    install what is missing, build, run all tests'
	@echo 'make build   the program alone: $(BINARY)'
	@echo 'make static  the program without any shared library: $(STATIC)'
	@echo 'make install [PREFIX=/usr/local] [DESTDIR=]  program, manual page and completions of shells'
	@echo 'make browse  go through the site in Chromium and read its files with other readers (Python packages: see Tests/Tools)'
	@echo 'make pictures  the pictures of the README, made anew from Site/'
	@echo 'make lint    hold the sources against the house style'

setup:
	@missing=""; for p in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' "$$p" 2>/dev/null | grep -q 'install ok installed' || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ]; then \
	  echo "Installing Debian packages:$$missing"; \
	  run=""; [ "$$(id -u)" = 0 ] || run=sudo; \
	  $$run apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi

build: setup
	swift build -c release --static-swift-stdlib --product offprint

# One file that runs on any Linux of this kind of processor. Only the last step differs from `make build`, so the ordinary
# program is linked again after it.
static: setup
	OFFPRINT_STATIC=1 swift build -c release --static-swift-stdlib --product offprint
	@mkdir -p $(dir $(STATIC)) && strip -o $(STATIC) $(BINARY)
	@rm -f $(BINARY)
	@echo "$(STATIC), $$(stat -c %s $(STATIC)) bytes"

# Installs the static program where there is one, else the ordinary one.
install: $(if $(wildcard $(STATIC)),,build)
	install -D -m 755 $(or $(wildcard $(STATIC)),$(BINARY)) $(DESTDIR)$(PREFIX)/bin/offprint
	install -D -m 644 Docs/offprint.1 $(DESTDIR)$(PREFIX)/share/man/man1/offprint.1
	@mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(DESTDIR)$(PREFIX)/bin/offprint --generate-completion-script bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/offprint
	$(DESTDIR)$(PREFIX)/bin/offprint --generate-completion-script zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_offprint
	$(DESTDIR)$(PREFIX)/bin/offprint --generate-completion-script fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/offprint.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/offprint $(DESTDIR)$(PREFIX)/share/man/man1/offprint.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/offprint $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_offprint \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/offprint.fish

site: build
	$(BINARY) build $(SITE)
	@echo "Open file://$(CURDIR)/$(SITE)/public/index.html"

test: setup
	swift test

# Each prints what it saw; the first that fails ends the run.
browse: site
	python3 Tests/Tools/read-takeaways.py $(SITE)/public
	python3 Tests/Tools/read-feeds.py $(SITE)/public
	python3 Tests/Tools/browse.py $(SITE)/public
	python3 Tests/Tools/browse-firefox.py $(SITE)/public
	python3 Tests/Tools/browse-search.py $(SITE)/public $(BINARY)
	python3 Tests/Tools/accessibility.py $(SITE)/public
	python3 Tests/Tools/measure.py $(SITE)/public

pictures: site
	python3 Tests/Tools/pictures.py $(SITE)/public Docs/pictures

lint:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

format:
	swift format --in-place --recursive Sources Tests Plugins Package.swift

clean:
	rm -rf .build
