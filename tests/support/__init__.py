"""What several test modules share: makers of records, frameworks and examples."""
