"""Documents that come with a text: which there may be, and what each must be."""
