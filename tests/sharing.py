"""How workers share a run: who does which tests, and what is costly is made once for all."""

from __future__ import annotations

import os
from contextlib import contextmanager

from xdist.scheduler import LoadFileScheduling

from city_relations.locks import lock

# What fills disks, kills publications or waits for a moment: one of these modules at a time.
ALONE = ("test_publish.py", "test_full_disk.py", "test_preview.py")


class ByModule(LoadFileScheduling):
    """Gives each worker whole modules, and to one worker all that are done alone."""

    def _split_scope(self, nodeid):
        """Return the name of what a test goes with."""
        module = super()._split_scope(nodeid)
        return "alone" if module.endswith(ALONE) else module


@contextmanager
def alone_with(file):
    """Hold a file while the block runs, waiting for whoever of the processes holds it now."""
    with file.open("r+b") as held:
        while not lock(held.fileno(), wait=True):
            pass  # Windows waits ten seconds at most
        yield


def made_once(tmp_path_factory, name, make):
    """Return the folder of a name that all workers share, filled by `make` the first time."""
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent
    folder, held = common / f"shared-{name}", common / f"shared-{name}.lock"
    held.touch()
    with alone_with(held):
        if not folder.exists():
            make(folder)
    return folder
