"""Privacy: text -> what may identify somebody, and ids that name nobody. Never complete."""
