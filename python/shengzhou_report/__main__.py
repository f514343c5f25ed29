"""`python -m shengzhou_report` is the command `shengzhou-report`."""

from .cli import main

if __name__ == "__main__":
    main()
