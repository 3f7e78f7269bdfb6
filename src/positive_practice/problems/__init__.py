"""The table of problem codes as data, and a problem made from a row of it."""
