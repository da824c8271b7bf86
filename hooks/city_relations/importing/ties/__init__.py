"""Tables of ties: read, matched with the profiles, written as drafts, compared with the record."""
