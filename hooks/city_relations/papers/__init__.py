"""Papers written into a file when the staff asks for them."""
