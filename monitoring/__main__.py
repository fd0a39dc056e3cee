"""`python -m monitoring …`: the same services, for scripts and operators."""

from monitoring.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
