"""The words of the interface: one gettext catalogue a language."""
