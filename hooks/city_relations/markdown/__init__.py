"""Authors' Markdown as its author sees it: read once, as the forges' own previews read it."""
