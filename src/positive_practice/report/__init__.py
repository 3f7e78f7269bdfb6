"""Reports that people read: one content, seen in the terminal or as a page. Nothing here scores."""
