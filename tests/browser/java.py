"""Finds a Java on the machine, for the Nu checker, or says how to get one."""

from __future__ import annotations

import shutil
import subprocess

HOW_TO_GET_ONE = "apt-get install default-jre-headless"


def find():
    """Return the path of a Java that runs, or None: on macOS a name without a Java answers too."""
    found = shutil.which("java")
    if found and subprocess.run([found, "-version"], capture_output=True, check=False).returncode:
        return None
    return found
