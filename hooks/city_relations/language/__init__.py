"""What is said, in each language, and how it is set."""
