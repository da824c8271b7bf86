"""The staff's commands, one module each; cli.py lists them."""
