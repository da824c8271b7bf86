"""Builds the site where no engine does: mkdocs.yml read, docs/ converted, all written.

What it does, MkDocs' events do in `engine/`; both call `publish/` for what is alike.
"""
