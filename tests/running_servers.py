"""Starts nginx, Apache and Caddy on loopback, each on the files that a built site brings for it."""

from __future__ import annotations

import http.client
import os
import shutil
import socket
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

PATIENCE = 30
# Debian keeps them where only root looks.
PATH = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))
PROGRAMS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
HOW_TO_GET_ONE = "apt-get install nginx-light apache2-bin caddy"
MODULES = "/usr/lib/apache2/modules"
APACHE_MODULES = (
    "mpm_event",
    "authz_core",
    "dir",
    "mime",
    "alias",
    "headers",
    "deflate",
    "filter",
    "autoindex",
)


def find(name):
    """Return the path of a server's program; nothing where there is none."""
    return shutil.which(PROGRAMS[name], path=PATH)


@dataclass(frozen=True)
class Running:
    """A server that runs: its name, where it listens, and what its own check of its files said."""

    name: str
    port: int
    judged: str

    def ask(self, path, **headers):
        """Return the answer to one question: its status, headers by small name, and body."""
        call = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        call.request("GET", path, headers=headers)
        answer = call.getresponse()
        body, told = answer.read(), {k.lower(): v for k, v in answer.getheaders()}
        call.close()
        return SimpleNamespace(status=answer.status, headers=told, body=body)


@contextmanager
def running(name, site, base="/", folder="serveur"):
    """Run a server on a copy of a site, below `base` of its host, while the block runs."""
    home = Path(tempfile.mkdtemp(prefix="relations-served-"))
    home.chmod(0o755)  # a server that root starts runs under another name
    root = home / "www"
    shutil.copytree(site, root / base.strip("/"))
    port, served = _free_port(), root / base.strip("/")
    judge, start = _COMMANDS[name](home, root, served / folder, port)
    judged = subprocess.run(judge, capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stderr
    log = (home / "log").open("wb")
    server = subprocess.Popen(start, stdout=log, stderr=subprocess.STDOUT, cwd=home)
    try:
        _wait(server, port, home)
        yield Running(name, port, judged.stderr + judged.stdout)
    finally:
        server.terminate()
        server.wait(PATIENCE)
        log.close()
        shutil.rmtree(home)


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def _wait(server, port, home):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        with socket.socket() as there:
            if there.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError((home / "log").read_text(encoding="utf-8"))


def _nginx(home, root, files, port):
    """Return how nginx judges its configuration and how it is started, as root or not."""
    user = "user root;" if os.getuid() == 0 else ""
    temporary = "".join(
        f"{kind}_temp_path {home}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (home / "nginx.conf").write_text(
        f"{user}\ndaemon off; pid {home}/pid; error_log stderr warn;\nevents {{}}\nhttp {{\n"
        f"{temporary}access_log off;\nserver {{ listen 127.0.0.1:{port}; root {root};\n"
        f'include "{files}/nginx.conf"; }} }}\n',
        encoding="utf-8",
    )
    start = [find("nginx"), "-p", str(home), "-c", str(home / "nginx.conf"), "-e", "stderr"]
    return [*start, "-t", "-q"], start


def _apache(home, root, files, port):  # noqa: ARG001 - what it reads lies in the site itself
    """Return how Apache judges its configuration and how it is started; listings are on."""
    loaded = "".join(
        f"LoadModule {name}_module {MODULES}/mod_{name}.so\n" for name in APACHE_MODULES
    )
    user = "User www-data\nGroup www-data\n" if os.getuid() == 0 else ""
    (home / "apache.conf").write_text(
        f"ServerRoot {home}\nServerName city.example\nListen 127.0.0.1:{port}\n{loaded}{user}"
        f"TypesConfig /dev/null\nPidFile {home}/pid\nErrorLog /dev/stderr\nDocumentRoot {root}\n"
        f"<Directory {root}>\nOptions Indexes FollowSymLinks\n"
        "AllowOverride FileInfo Options\nRequire all granted\n</Directory>\n",
        encoding="utf-8",
    )
    start = [find("apache"), "-f", str(home / "apache.conf")]
    return [*start, "-t"], [*start, "-DFOREGROUND"]


def _caddy(home, root, files, port):
    """Return how Caddy judges its configuration and how it is started."""
    (home / "Caddyfile").write_text(
        "{\n\tadmin off\n\tauto_https off\n}\n\n"
        f"http://127.0.0.1:{port} {{\n\troot * {root}\n"
        f'\timport "{files}/Caddyfile"\n\tfile_server\n}}\n',
        encoding="utf-8",
    )
    told = ["--config", str(home / "Caddyfile"), "--adapter", "caddyfile"]
    return [find("caddy"), "adapt", *told], [find("caddy"), "run", *told]


_COMMANDS = {"nginx": _nginx, "apache": _apache, "caddy": _caddy}
