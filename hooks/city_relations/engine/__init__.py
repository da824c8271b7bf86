"""The only room that knows MkDocs: its events, each handed to the core and answered."""

import gc

gc.disable()  # nearly all that is imported stays; whoever has read a site enables it again
