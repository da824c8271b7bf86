"""Runs the staff's commands: `python -m relations check`."""

import sys

from city_relations.cli import main

sys.exit(main())
