"""The shipped data, and the functions that find, tailor and check it."""
