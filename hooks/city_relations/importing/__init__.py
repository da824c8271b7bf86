"""Releases that were written elsewhere, as drafts: nothing is invented, nothing is lost unsaid."""
