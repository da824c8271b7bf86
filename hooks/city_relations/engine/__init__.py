"""The only room that knows MkDocs: its events, each handed to the core and answered."""
