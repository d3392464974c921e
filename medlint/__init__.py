"""medlint checks medical content before its readers do."""

__version__ = "0.1.0"
