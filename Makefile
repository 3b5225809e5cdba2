# Offprint: the two commands are `make site` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libstemmer-dev libxxhash-dev libexpat1-dev zlib1g-dev pkg-config
BINARY := .build/release/offprint
SITE := Site

.PHONY: help setup build site test browse pictures lint format clean

help:
	@echo 'make site    install what is missing, build, make the site of Site/, print the page to open'
	@echo 'make test    install what is missing, build, run all tests'
	@echo 'make build   the program alone: $(BINARY)'
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

site: build
	$(BINARY) build $(SITE)
	@echo "Open file://$(CURDIR)/$(SITE)/public/index.html"

test: setup
	swift test

browse: site
	python3 Tests/Tools/read-takeaways.py $(SITE)/public
	python3 Tests/Tools/browse.py $(SITE)/public

pictures: site
	python3 Tests/Tools/pictures.py $(SITE)/public Docs/pictures

lint:
	swift format lint --strict --recursive Sources Tests Plugins Package.swift

format:
	swift format --in-place --recursive Sources Tests Plugins Package.swift

clean:
	rm -rf .build
