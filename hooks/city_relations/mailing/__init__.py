"""Releases as messages to send: text and HTML for any mail program, addressed to nobody."""
