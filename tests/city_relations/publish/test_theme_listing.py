"""What a theme ships is listed without its hidden files, which nobody publishes."""

from __future__ import annotations

import jinja2

from city_relations.publish.theme_listing import list_only_seen


class Theme:
    """A theme of two folders."""

    def __init__(self, *folders):
        """Ship what lies in folders."""
        self.dirs = [*map(str, folders)]

    def get_env(self):
        """Return what loads its templates."""
        return jinja2.Environment(loader=jinja2.FileSystemLoader(self.dirs), autoescape=True)


def test_all_is_listed_that_an_engine_would_publish(tmp_path):
    """Of Jinja’s own list only what begins with a point is gone; templates load as before."""
    names = ("a/b.js", "main.html", "a/.icons/b.svg", ".hidden/c.js", ".d", "a/e.f/g.css")
    for name in names:
        for folder in ("own", "theirs"):
            path = tmp_path / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(f"{folder} {name}")
    (tmp_path / "own/a/b.js").unlink()
    theme = Theme(tmp_path / "own", tmp_path / "theirs")
    theirs = theme.get_env().list_templates()
    assert {*names} == {*theirs}
    list_only_seen(theme)
    env = theme.get_env()
    assert env.list_templates() == [one for one in theirs if "/." not in f"/{one}"]
    assert env.get_template("main.html").render() == "own main.html"
    assert env.get_template("a/b.js").render() == "theirs a/b.js"
