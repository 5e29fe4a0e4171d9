"""`python -m glossary` is `glossary`."""

from glossary.cli.main import main

if __name__ == "__main__":
    main()
