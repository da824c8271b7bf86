"""What machines read of a page: its metadata, its data, its policy."""
