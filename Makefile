# newsroom: everything a person needs is here. `make help` lists it.

LIBRARY ?= Content
PREFIX  ?= /usr/local
DESTDIR ?=
SWIFT   ?= swift
SECONDS ?= 60
CORPORA ?= ../shared/corpora
# Said once, in the program's source.
VERSION := $(shell sed -n 's/.*static let version = "\(.*\)"/\1/p' Sources/newsroom/Newsroom.swift)

# Without colours, so that a build in a terminal and one in a pipe share their results.
# No library is looked for beside the program ($$ORIGIN), and all of them are bound before it begins.
HARDENING := --disable-local-rpath -Xlinker -z -Xlinker now -Xlinker -z -Xlinker relro
# No path of this folder gets into the program, nor a hash of one, so that it is the same wherever it is
# built.
ROOT := $(realpath .)
PATHLESS := -Xswiftc -file-prefix-map -Xswiftc $(ROOT)=. -Xcc -ffile-prefix-map=$(ROOT)=. \
  -Xcxx -ffile-prefix-map=$(ROOT)=. -Xswiftc -Xfrontend -Xswiftc -disable-incremental-llvm-codegen
# lld comes with Swift and links in three seconds.
# A build id would be a hash of what is stripped afterwards, in which this folder is named.
LINKER := -Xswiftc -use-ld=lld -Xlinker --build-id=none
RELEASE := -c release --static-swift-stdlib --no-color-diagnostics $(HARDENING) $(LINKER) $(PATHLESS) \
  --product newsroom
BINARY   = $(shell $(SWIFT) build $(RELEASE) --show-bin-path)/newsroom
# All that is installed, as it will stand under PREFIX; packages; the bare system that they are tried in.
LAID_OUT := .build/laid-out
PACKAGES := .build/packages
SYSTEMS := .build/systems
# The moment that all files of a package have: that of the last commit.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md)
export SOURCE_DATE_EPOCH
AS_ROOT := $(if $(filter 0,$(shell id -u)),,sudo)

# pkg-config module : Debian package that has it.
MODULES := ncursesw:libncurses-dev sqlite3:libsqlite3-dev yaml-0.1:libyaml-dev md4c:libmd4c-dev \
  gumbo:libgumbo-dev libxml-2.0:libxml2-dev zlib:zlib1g-dev minizip:libminizip-dev \
  libzstd:libzstd-dev
# file : Debian package, where there is no pkg-config module.
FILES := /usr/include/hyphen.h:libhyphen-dev /usr/include/libstemmer.h:libstemmer-dev \
  /usr/share/hyphen/hyph_en_GB.dic:hyphen-en-gb /usr/share/hyphen/hyph_da_DK.dic:hyphen-da \
  /usr/share/hyphen/hyph_sv_SE.dic:hyphen-sv /usr/share/hyphen/hyph_nb_NO.dic:hyphen-no \
  /usr/share/hyphen/hyph_de_DE.dic:hyphen-de
# program : Debian package, for the tests.
TEST_PROGRAMS := tmux:tmux python3:python3 mandoc:mandoc sshd:openssh-server ssh:openssh-client
PACKAGE_PROGRAMS := dpkg-shlibdeps:dpkg-dev strip:binutils xz:xz-utils
TRIAL_PROGRAMS := debootstrap:debootstrap lintian:lintian mandoc:mandoc

.DEFAULT_GOAL := help
.PHONY: help run build test check lint format bench faults fuzz measure install uninstall deb tarball \
  package-test reproduce version clean setup setup-test setup-package setup-trial

help: ## List what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo
	@echo "  make run LIBRARY=dir          opens the reader on another directory"
	@echo "  make install PREFIX=/usr      installs elsewhere than /usr/local (DESTDIR is obeyed)"

run: build ## Install what is missing, build, and open the reader on Content/
	@"$(LAID_OUT)/bin/newsroom" "$(LIBRARY)"

build: setup ## Build the program (release, static Swift runtime) and all that is installed with it
	$(SWIFT) build $(RELEASE)
	@Packaging/link "$(BINARY)"
	@Packaging/lay-out "$(BINARY)" $(LAID_OUT)

test: setup setup-test lint ## Install what is missing, check the format, build, run every test
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

check: test ## The same: what has to be green before a commit

lint: ## Check the format of the code
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## Mend the format of the code
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

bench: build ## Measure speed, beside other readers that are installed (BENCH="--sizes 100k,1m --only read")
	@python3 Tests/Tools/bench.py "$(BINARY)" $(BENCH)

faults: build ## Kill it, fill its disk, damage its index, run many at once (FAULTS="--only kill --seed 2")
	@python3 Tests/Tools/faults.py "$(BINARY)" $(FAULTS)

fuzz: setup ## Fuzz every parser, SECONDS= each, from the fixtures (FORMATS="rss html" for some)
	NEWSROOM_FUZZ=1 $(SWIFT) build -c release --product fuzz --sanitize fuzzer --scratch-path .build-fuzz
	@python3 Tests/Tools/fuzz.py .build-fuzz/release/fuzz --seconds $(SECONDS) $(FORMATS)

measure: build ## Measure what is read of the corpora in CORPORA= (html-articles, feeds-*, iptc-*, markdown-*)
	@python3 Tests/Tools/measure-html.py "$(BINARY)" "$(CORPORA)/html-articles"
	@python3 Tests/Tools/measure-feeds.py "$(BINARY)" "$(CORPORA)/feeds-gofeed" "$(CORPORA)/feeds-validator"
	@python3 Tests/Tools/measure-iptc.py "$(BINARY)" "$(CORPORA)/iptc-newsml-g2/examples" \
	  $(addprefix "$(CORPORA)"/iptc-ninjs/,validation/test_suite examples documentation/includes)
	@python3 Tests/Tools/likeness.py "$(BINARY)" \
	  $(addprefix "$(CORPORA)"/markdown-,news jekyll toml multilingual)
	@python3 Tests/Tools/related.py "$(BINARY)" $(addprefix "$(CORPORA)"/markdown-,news toml jekyll)
	@python3 Tests/Tools/threads.py "$(BINARY)" Content "$(CORPORA)/markdown-news"
	@python3 Tests/Tools/onsubject.py "$(BINARY)" $(addprefix "$(CORPORA)"/markdown-,news toml jekyll)
	@python3 Tests/Tools/knownitem.py "$(BINARY)" $(addprefix "$(CORPORA)"/markdown-,news toml)
	@python3 Tests/Tools/references.py "$(BINARY)" \
	  $(addprefix "$(CORPORA)"/markdown-,news toml jekyll multilingual)

install: ## Copy what `make build` has built under PREFIX: builds nothing
	@Packaging/install $(LAID_OUT) "$(DESTDIR)" "$(PREFIX)"

uninstall: ## Take away what `make install` put there
	@Packaging/install --remove "$(DESTDIR)" "$(PREFIX)"

deb: setup-package build ## Build the Debian package, .build/packages/newsroom_VERSION_ARCH.deb
	@Packaging/deb $(LAID_OUT) $(PACKAGES) $(VERSION)

tarball: setup-package build ## Build an archive for other systems, which needs the C library alone
	@Packaging/tarball "$(BINARY)" $(LAID_OUT) $(PACKAGES) $(VERSION)

package-test: setup-trial deb ## Install, use and remove the package in a bare Debian
	@$(AS_ROOT) Packaging/package-test $(PACKAGES)/newsroom_$(VERSION)_*.deb $(SYSTEMS)

reproduce: deb ## Build the package again from a clean clone in another folder, and name the files that differ
	@Packaging/reproduce $(PACKAGES)/newsroom_$(VERSION)_*.deb

version:
	@echo $(VERSION)

clean: ## Remove everything that was built
	rm -rf .build .build-*

# Debian packages: asks pkg-config and the file system what is missing, installs it as root or by sudo, else
# prints the one line to run.
define install_missing
  if [ -n "$$missing" ]; then \
    if [ "$$(id -u)" = 0 ]; then as=; \
    elif command -v sudo >/dev/null 2>&1 && { sudo -n true 2>/dev/null || { [ -t 0 ] && sudo -v; }; }; \
    then as=sudo; \
    else as=none; fi; \
    if [ "$$as" = none ] || ! command -v apt-get >/dev/null 2>&1; then \
      echo "newsroom needs some system packages. Run this line, then try again:" >&2; \
      echo "  sudo apt-get install -y$$missing" >&2; exit 1; \
    fi; \
    echo "Installing$$missing"; \
    $$as apt-get update -qq && \
    $$as env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends$$missing >/dev/null; \
  fi
endef

setup:
	@missing=; \
	command -v pkg-config >/dev/null 2>&1 || missing="$$missing pkg-config"; \
	for pair in $(MODULES); do \
	  pkg-config --exists "$${pair%%:*}" 2>/dev/null || missing="$$missing $${pair#*:}"; done; \
	for pair in $(FILES); do [ -e "$${pair%%:*}" ] || missing="$$missing $${pair#*:}"; done; \
	$(install_missing)
	@command -v $(SWIFT) >/dev/null 2>&1 || { \
	  echo "newsroom is built with Swift 6.1 or newer, which is not installed:" >&2; \
	  echo "see https://www.swift.org/install/linux" >&2; exit 1; }

setup-test: NEEDED = $(TEST_PROGRAMS)
setup-package: NEEDED = $(PACKAGE_PROGRAMS)
setup-trial: NEEDED = $(TRIAL_PROGRAMS)
setup-test setup-package setup-trial:
	@missing=; PATH="$$PATH:/usr/sbin:/sbin"; \
	for pair in $(NEEDED); do \
	  command -v "$${pair%%:*}" >/dev/null 2>&1 || missing="$$missing $${pair#*:}"; done; \
	$(install_missing)
