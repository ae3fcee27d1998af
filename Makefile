PORT ?= 8000
HOST ?= 127.0.0.1
TEST_TOOLS = chromium 'default-jdk-headless|openjdk-17-jdk-headless|openjdk-21-jdk-headless' fonts-droid-fallback \
	fonts-noto-core libjaxb-java openssl poppler-utils postgresql wbritish 'redis-server|valkey-server'

# The programs that tests start find their code compiled, on machines too that say it is not to be kept.
test prove: export PYTHONDONTWRITEBYTECODE =
# They make sure of all tools, so no test may be skipped for want of one.
test prove: export ALL_TOOLS_ARE_THERE = 1

.PHONY: run check test prove mutants lint

# Sets up all that is needed and serves the demonstration council.
run:
	@.ci/environment prod
	@.ci/pango
	@if [ "$$(id -u)" = 0 ]; then .ci/system wbritish fonts-noto-core fonts-droid-fallback || true; fi
	@HOST=$(HOST) PORT=$(PORT) .ci/demonstration

# What is looked at while one works, in a minute: style, walls, types, and rules as plain functions.
check: lint
	.venv/bin/python -m pytest -q -m "rule and not slow" --ignore=tests/browser

# Sets up all that tests need and runs all but what is slow by nature, in another order each time; but for the browser's,
# which change one site one after another.
test: lint
	@.ci/pango
	@.ci/system $(TEST_TOOLS)
	.venv/bin/python -m pytest -m "not slow" -n 2 --ignore=tests/browser --ignore=tests/site/test_postgres.py
	.venv/bin/python -m pytest -m "not slow" -p no:randomly tests/site/test_postgres.py tests/browser

# What is slow by nature. It is run by hand; CONTRIBUTING.md says when, and what came of it.
prove:
	@.ci/environment dev
	@.ci/pango
	@.ci/system $(TEST_TOOLS) wrk
	.venv/bin/python -m pytest -m slow --ignore=tests/browser
	.venv/bin/python -m pytest -m slow -p no:randomly tests/browser
	$(MAKE) mutants
	.venv/bin/python -m tests.postgres -n 2 --ignore=tests/browser --ignore=tests/site/test_postgres.py
	.venv/bin/python -m tests.postgres -p no:randomly tests/browser
	.venv/bin/python -m tests.load

# Breaks the rules by the hundred and counts what the tests find.
mutants:
	@.ci/environment dev
	.venv/bin/python -m tests.mutants

lint:
	@.ci/environment dev
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/djade --check --target-version 6.1 $$(find templates -name '*.html')
	PYTHONPATH=. .venv/bin/lint-imports --no-logo
	PYTHONPATH=. .venv/bin/mypy
