"""The maps: what of the catalog they show, and how it is laid out; outputs put them on pages."""
