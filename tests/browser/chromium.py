"""Finds a browser on the machine, or says how to get one."""

from __future__ import annotations

import os
import shutil

from playwright.sync_api import sync_playwright

# The first draws no window and opens a page in a third of the time.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
)
OPTIONS = (
    "--no-sandbox",
    "--headless=new",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
HOW_TO_GET_ONE = "apt-get install chromium, or .venv/bin/playwright install chromium"


def find():
    """Return the path of a Chromium, or None: the machine's own first, then playwright's."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if os.access(own, os.X_OK) else None
