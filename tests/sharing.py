"""How workers share a run: who does which tests, and what is costly is made once for all."""

from __future__ import annotations

import fcntl
import os
from contextlib import contextmanager

from xdist.scheduler import LoadFileScheduling

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
    with file.open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


def made_once(tmp_path_factory, name, make):
    """Return the folder of a name that all workers share, filled by `make` the first time."""
    common = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        common = common.parent
    folder, lock = common / f"shared-{name}", common / f"shared-{name}.lock"
    lock.touch()
    with alone_with(lock):
        if not folder.exists():
            make(folder)
    return folder
