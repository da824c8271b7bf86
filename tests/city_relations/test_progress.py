"""Long work is told to whoever waits, and never where a program reads."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import subprocess
import sys
from argparse import Namespace
from dataclasses import replace

import pytest

from building import environment
from city_relations import cli
from city_relations.commands.call import Call
from city_relations.commands.relaying import run_telling
from city_relations.language.words import say, words_for
from city_relations.progress import (
    SILENT,
    Bar,
    Lines,
    Progress,
    Relay,
    progress_on,
    relayed,
)
from small_city import write_bare_city

FRENCH = words_for("fr")
STEP = say("Drawing cards")


class Terminal(io.StringIO):
    """A terminal of eighty letters."""

    def isatty(self):
        """Say so."""
        return True


def shown(written):
    """Return what a terminal still shows of what was written on one line of it."""
    line = ""
    for part in written.split("\r"):
        line = part + line[len(part) :]
    return line.rstrip()


@pytest.fixture
def clock(monkeypatch):
    """Let the clock that measures be set: a list of one number."""
    now = [100.0]
    monkeypatch.setattr("city_relations.progress.time.monotonic", lambda: now[0])
    return now


def test_a_bar_says_what_how_far_and_how_long_still_and_leaves_no_trace(clock):
    """After two seconds a step is shown with its count and what is left; then it is wiped."""
    terminal = Terminal()
    work = Bar(terminal, FRENCH).over(STEP, range(8))
    for _ in range(2):
        next(work)
        clock[0] += 1
    assert terminal.getvalue() == ""
    next(work)
    assert (
        shown(terminal.getvalue())
        == f"[######{'-' * 18}] Dessin des cartes de partage : 2 sur 8, encore 6 s"
    )
    assert len(list(work)) == 5
    assert shown(terminal.getvalue()) == ""
    assert "\x1b" not in terminal.getvalue()
    assert "\n" not in terminal.getvalue()


def test_a_bar_is_drawn_no_more_often_than_eyes_follow(clock):
    """Ten thousand things in a second are not ten thousand drawings."""
    terminal = Terminal()
    bar = Bar(terminal, FRENCH, patience=0)
    for _ in bar.over(STEP, range(10_000)):
        clock[0] += 0.0001
    assert terminal.getvalue().count("Dessin") <= 11


def test_a_bar_is_wiped_when_work_breaks_off(clock):
    """What is told of a failure begins on an empty line."""
    terminal = Terminal()
    work = Bar(terminal, FRENCH, patience=0).over(STEP, range(8))
    next(work)
    clock[0] += 1
    next(work)
    assert shown(terminal.getvalue())
    work.close()
    assert shown(terminal.getvalue()) == ""


def test_elsewhere_each_step_has_one_line_once_work_is_long(clock):
    """Steps before the two seconds are told when they have passed, with count and seconds."""
    log = io.StringIO()
    lines = Lines(log, FRENCH)
    assert len(list(lines.over(say("Writing the pages"), range(3)))) == 3
    assert log.getvalue() == ""
    for _ in lines.over(STEP, range(5)):
        clock[0] += 1
    assert log.getvalue().splitlines() == [
        "Écriture des pages : 3, 0 s",
        "Dessin des cartes de partage : 5, 5 s",
    ]


def test_short_work_and_empty_steps_are_not_told(clock):
    """What is done at once says nothing, nor does a step without a thing."""
    for kind in (Bar, Lines):
        stream = Terminal()
        progress = kind(stream, FRENCH)
        assert list(progress.over(STEP, range(5))) == [*range(5)]
        assert list(progress.over(STEP, [])) == []
        clock[0] += 5
        assert list(kind(stream, FRENCH).over(STEP, [])) == []
        assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("stream", "environ", "kind"),
    [
        (Terminal(), {}, Bar),
        (Terminal(), {"NO_COLOR": "1", "TERM": "xterm"}, Bar),
        (Terminal(), {"TERM": "dumb"}, Lines),
        (io.StringIO(), {"TERM": "xterm"}, Lines),
        (Terminal(), {"RELATIONS_PROGRESS": "relayed"}, Relay),
    ],
)
def test_each_stream_is_told_as_it_can_show(stream, environ, kind):
    """A terminal has a bar; one that moves no cursor, a file and a pipe have lines."""
    assert type(progress_on(stream, FRENCH, environ)) is kind


def test_what_is_relayed_arrives_and_nothing_else_is_taken_for_it():
    """A record is read back; what a build says beside it stays what it says."""
    pipe = io.StringIO()
    assert list(Relay(pipe, FRENCH).over(STEP, range(2))) == [0, 1]
    assert [relayed(line) for line in pipe.getvalue().split("\n") if line] == [
        ("Dessin des cartes de partage", 0, 2),
        ("Dessin des cartes de partage", 2, 2),
    ]
    others = ["", "x", "[1, 2, 3]", "\x1e", "\x1e{", "\x1e[1]", '\x1e["a", "b", "c"]', "\x1enull"]
    assert [*map(relayed, others)] == [None] * len(others)


@pytest.fixture
def told(tmp_path, monkeypatch, capsys):
    """Call a command whose every step is long; give what it answers, and what it tells beside."""
    monkeypatch.setattr(Progress, "_is_long", True)
    monkeypatch.chdir(write_bare_city(tmp_path))

    def call(*arguments):
        cli.main([*arguments])
        return capsys.readouterr()

    return call


def test_a_program_within_is_heard_and_told_as_ones_own(tmp_path):
    """Its steps reach whoever waits, its words stay words, and how it ended is known."""
    program = (
        "import sys\n"
        "from city_relations.language.words import say, words_for\n"
        "from city_relations.progress import progress_on\n"
        "import os\n"
        "steps = progress_on(sys.stderr, words_for('fr'), os.environ)\n"
        "for n in steps.over(say('Drawing cards'), range(2)): print('Été', n, flush=True)\n"
        "sys.exit(3)"
    )
    log = io.StringIO()
    call = Call(tmp_path, FRENCH, Namespace(), environment(), io.StringIO())
    call = replace(call, progress=Lines(log, FRENCH, patience=0))
    done = run_telling(call, [sys.executable, "-c", program])
    assert (done.returncode, done.stdout) == (3, "Été 0\nÉté 1\n")
    assert log.getvalue() == "Dessin des cartes de partage : 2, 0 s\n"


def test_formats_that_programs_read_hold_nothing_else(told):
    """JSON and annotations stay whole, and errors joined to them are empty where nobody watches."""
    for form in ("json", "github", "gitlab"):
        found = told("check", "--format", form)
        assert found.err == "", form
        if form != "github":
            json.loads(found.out)


def test_a_check_tells_its_steps_in_the_staff_s_language(told):
    """Where no program reads, each step has its line among the errors, in French here."""
    found = told("check", "--language", "fr")
    assert "Lecture des fiches : 1, 0 s\n" in found.err
    assert "Lecture" not in found.out


def test_on_a_terminal_the_answer_stands_on_clean_lines(tmp_path):
    """In a real terminal a long check shows its bar, wipes it, and then answers."""
    program = (
        "import sys; from city_relations import cli, progress\n"
        "progress.Progress._is_long = True; progress.REDRAWN = 0\n"
        "sys.exit(cli.main(['check', '--language', 'en']))"
    )
    ours, theirs = pty.openpty()
    run = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=write_bare_city(tmp_path),
        env=environment(TERM="xterm"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    written = read_all(ours)
    assert run.wait() == 0, written
    lines = [shown(line) for line in written.replace("\r\n", "\n").rstrip().split("\n")]
    assert "Checking rule by rule: " in written
    assert re.search(r"\d+ of \d+, \d+ s left", written)
    assert lines == ["No problem: the content can be published."]


def read_all(handle):
    """Read what a terminal is sent until its program ends."""
    found = b""
    while True:
        try:
            part = os.read(handle, 1 << 16)
        except OSError:  # Linux says so when the other end is closed
            part = b""
        if not part:
            os.close(handle)
            return found.decode()
        found += part


def test_nobody_is_told_by_default():
    """The silent one yields what it is given."""
    assert list(SILENT.over(STEP, "abc")) == ["a", "b", "c"]
