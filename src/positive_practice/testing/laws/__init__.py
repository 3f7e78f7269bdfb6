"""The laws of scoring.md, section 8, one small function each: S of scores, V of settling, T."""
