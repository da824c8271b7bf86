"""Kills work at a line of the code that does it."""

from __future__ import annotations

import os
import signal
import sys

LINES = 1000


def killed_at(line, file, work):
    """Do work in a process that kills itself before a line of some files; tell if it did."""
    within = (file,) if isinstance(file, str) else file
    reached = 0

    def trace(frame, event, _):
        nonlocal reached
        if frame.f_code.co_filename not in within:
            return None
        reached += event == "line"
        if reached > line:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    pid = os.fork()
    if not pid:
        sys.settrace(trace)
        work()
        os._exit(0)
    status = os.waitpid(pid, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status != 0
