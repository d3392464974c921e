"""The parts of `scripts/build_dictionaries.py`: fetching, reading, sifting and writing lists of words."""
