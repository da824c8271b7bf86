"""Runs a program of ours whose progress is told as if it were this one's."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from city_relations.progress import RELAY, RELAYED, Progress, relayed


def run_telling(
    command: Sequence[str],
    progress: Progress,
    *,
    cwd: Path,
    env: Mapping[str, str],
    held: Sequence[int] = (),
) -> subprocess.CompletedProcess[str]:
    """Run a program in a folder; return how it ended and what it said, its progress left out.

    `held` are open files that the program holds too.
    """
    said: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own
        command,
        cwd=cwd,
        # whatever a console of ours can show
        env={**env, "PYTHONIOENCODING": "utf-8", RELAY: RELAYED},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=held,
    ) as program:
        for line in program.stdout or ():
            if step := relayed(line):
                progress.at(*step)
            else:
                said.append(line)
    progress.clear()
    return subprocess.CompletedProcess(command, program.returncode, "".join(said))
