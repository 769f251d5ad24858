# make          builds trama and the course site
# make test     runs all tests
# make install  builds the fully optimised binary and installs it under PREFIX
# The targets that build install libcmark's development files first where they are missing.

PREFIX ?= /usr/local
SWIFT ?= swift
COURSE ?= notebooks
SITE := $(dir $(COURSE))site
TRAMA := .build/debug/trama
SOURCES := Sources Tests Package.swift

SUDO := $(if $(filter-out 0,$(shell id -u)),sudo)

ifeq ($(shell uname -s),Linux)
# SwiftPM reads libcmark.pc itself, but finds Debian's folder only where pkg-config is installed.
multiarch := /usr/lib/$(shell uname -m)-linux-gnu/pkgconfig
export PKG_CONFIG_PATH := $(multiarch)$(if $(PKG_CONFIG_PATH),:$(PKG_CONFIG_PATH))
endif

.PHONY: site build test check format lint install clean libcmark

site: build
	$(TRAMA) build $(COURSE)
	@echo "The site is in $(abspath $(SITE)): open $(abspath $(SITE))/index.html in a browser."

build: libcmark
	$(SWIFT) build --product trama

test: libcmark
	$(SWIFT) test --disable-xctest

check: build
	$(TRAMA) check --course $(COURSE)

format:
	$(SWIFT) format -i -r $(SOURCES)

lint:
	$(SWIFT) format lint --strict -r $(SOURCES)

install: libcmark
	$(SWIFT) build -c release --product trama
	install -d "$(DESTDIR)$(PREFIX)/bin"
	install -m 755 .build/release/trama "$(DESTDIR)$(PREFIX)/bin/trama"

clean:
	$(SWIFT) package clean

libcmark:
	@if [ -e /usr/include/cmark.h ] || [ -e /usr/local/include/cmark.h ] \
	  || pkg-config --exists libcmark 2>/dev/null; then \
	  :; \
	elif command -v apt-get >/dev/null; then \
	  $(SUDO) apt-get update && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive \
	    apt-get install --yes --no-install-recommends libcmark-dev; \
	elif command -v brew >/dev/null; then \
	  brew list cmark >/dev/null 2>&1 || brew install cmark; \
	else \
	  echo "Install libcmark with its headers (libcmark-dev, cmark-devel, cmark), then run make again." >&2; \
	  exit 1; \
	fi
