"""Builds the book in content/ (and any other): the command line of fuzi, from a source checkout."""

import sys

from fuzi.cli import main

if __name__ == "__main__":
    sys.exit(main())
