"""The record as tables anyone may take away, described by the same declarations that read it."""
