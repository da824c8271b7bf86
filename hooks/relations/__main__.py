"""Runs the staff's commands: `python -m relations check`."""

import sys

from relations.cli import main

sys.exit(main())
