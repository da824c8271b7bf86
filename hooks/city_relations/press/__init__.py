"""The press kit of a release: the same text as its page, to copy, to print and to take away."""
