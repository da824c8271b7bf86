"""Pictures: those of authors, judged and made ready, and those we draw ourselves."""
