"""How the catalog is told in one language: its words, texts, links and templates."""
