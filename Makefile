# What a developer runs. Each target is a short script in scripts/.

# Where trunk, the wasm-bindgen CLI and the splitter are built when they are missing in the right version.
TOOLS ?= .tools
# The port that `make run` serves on.
PORT ?= 8080

export TOOLS PORT

.PHONY: help run test dist single bench fmt clean

help:
	@echo "make run    build and serve on http://127.0.0.1:$(PORT) (PORT=... takes another port)"
	@echo "make test   format, lints, native tests, tests in a browser"
	@echo "make dist   write the static site to dist/"
	@echo "make single the same as one page that needs no server: dist/tuiyan.html"
	@echo "make bench  measure the model and the page"
	@echo "make fmt    format the Rust sources"
	@echo "make clean  remove dist/ and target/"

run:
	@scripts/run.sh

test:
	@scripts/test.sh

dist:
	@scripts/dist.sh

# The build makes both.
single: dist
	@ls -l dist/tuiyan.html

bench:
	@scripts/bench.sh

fmt:
	cargo fmt --all

clean:
	cargo clean
	rm -rf dist
