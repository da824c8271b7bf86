"""Runs a program of ours whose progress is told as if it were this one's."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Sequence

from city_relations.commands.call import Call
from city_relations.progress import RELAY, RELAYED, relayed


def run_telling(
    call: Call,
    command: Sequence[str],
    *,
    held: Sequence[int] = (),
    tell: Callable[[str], None] | None = None,
) -> subprocess.CompletedProcess[str]:
    """Run a program in the site's folder; return how it ended and what it said, progress left out.

    `held` are open files that the program holds too; `tell` is told each line as it comes.
    """
    said: list[str] = []
    with subprocess.Popen(  # noqa: S603 - our own
        command,
        cwd=call.root,
        # whatever a console of ours can show
        env={**call.environ, "PYTHONIOENCODING": "utf-8", RELAY: RELAYED},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        pass_fds=held,
    ) as program:
        for line in program.stdout or ():
            if step := relayed(line):
                call.progress.at(*step)
                continue
            call.progress.clear()
            (tell or said.append)(line)
    call.progress.clear()
    return subprocess.CompletedProcess(command, program.returncode, "".join(said))
