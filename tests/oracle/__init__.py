"""A second, plain implementation of the scoring page, to hold the library against."""
