"""Batches: files of many records, read one by one, with every record accounted for."""
