"""The rules: what relates one field of a document to another, one small function a rule."""
