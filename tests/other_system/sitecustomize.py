"""Makes a Python that finds this file first live without what Windows has not.

Modules of Unix cannot be imported, their functions are gone from `os` and `signal`, links need a
right that nobody has, and the locks are those of Windows, in a stand-in.
"""

import contextlib
import os
import shutil
import signal
import subprocess  # noqa: F401 - it is to take this system for what it is
import sys
import tempfile  # noqa: F401 - likewise
from importlib.abc import MetaPathFinder
from importlib.machinery import PathFinder
from types import ModuleType

MODULES = "fcntl termios pwd grp resource pty tty syslog readline spwd crypt".split()  # noqa: SIM905
GONE = """
    chown chroot fork forkpty getegid geteuid getgid getgroups getpgid getuid killpg lchown mkfifo
    nice posix_fallocate pread sched_getaffinity setsid setuid statvfs sysconf uname
""".split()  # noqa: SIM905
LOCKS = "city_relations.locks"


def _refuse_link(*_arguments, **_named):
    """Answer as Windows does to whoever may make no link."""
    raise OSError(22, "A required privilege is not held by the client")


class Windows(MetaPathFinder):
    """Finds no module of Unix, and lets our locks be those of Windows."""

    def find_spec(self, name, path=None, target=None):
        """Refuse a module that Windows has not; read the locks as Windows would."""
        if name in MODULES:
            message = f"No module named {name!r}"
            raise ModuleNotFoundError(message, name=name)
        if name != LOCKS:
            return None
        spec = PathFinder.find_spec(name, path, target)
        run = spec.loader.exec_module
        spec.loader.exec_module = lambda module: _on_windows(run, module)
        return spec


def _on_windows(run, module):
    """Run a module where the system says it is Windows, with the locks of Windows."""
    msvcrt, true = ModuleType("msvcrt"), sys.platform
    msvcrt.LK_LOCK, msvcrt.LK_NBLCK = os.F_LOCK, os.F_TLOCK
    msvcrt.locking = os.lockf
    sys.modules["msvcrt"], sys.platform = msvcrt, "win32"
    try:
        run(module)
    finally:
        sys.platform = true
        del sys.modules["msvcrt"]


for _name in MODULES:
    sys.modules.pop(_name, None)
for _name in GONE:
    with contextlib.suppress(AttributeError):
        delattr(os, _name)
for _name in ("SIGKILL", "SIGALRM", "SIGHUP", "alarm"):
    delattr(signal, _name)
os.symlink = _refuse_link
shutil.chown = None
sys.meta_path.insert(0, Windows())
