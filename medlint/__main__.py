"""`python -m medlint` is the command `medlint`."""

from medlint.cli import main

if __name__ == "__main__":
    main()
