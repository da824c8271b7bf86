"""A folder of this machine as the forms open one: a real one of the browser's own, filled by us."""

from __future__ import annotations

import base64

# Chromium asks a person for a folder; here it is given one of its private file system.
PICKED = """
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle('repo', { create: true });
FileSystemHandle.prototype.requestPermission = async () => 'granted';
FileSystemHandle.prototype.queryPermission = async () => 'granted';
"""
FILL = """async (files) => {
  const own = await navigator.storage.getDirectory();
  const top = await own.getDirectoryHandle('repo', { create: true });
  await top.getDirectoryHandle('.git', { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    let folder = top;
    for (const name of parts.slice(0, -1))
      folder = await folder.getDirectoryHandle(name, { create: true });
    const out = await (await folder.getFileHandle(parts.at(-1), { create: true })).createWritable();
    await out.write(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
    await out.close();
  }
}"""
READ = """async () => {
  const files = {};
  const walk = async (folder, path) => {
    for await (const [name, handle] of folder.entries()) {
      if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
      else {
        const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
        let text = '';
        for (let i = 0; i < bytes.length; i += 8192)
          text += String.fromCharCode(...bytes.subarray(i, i + 8192));
        files[path + name] = btoa(text);
      }
    }
  };
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('repo'), '');
  return files;
}"""
FOLDERS = ("partners", "press_releases", "docs")


def fill(page, city):
    """Put the content of a city into the folder that a page is given."""
    found = [file for name in FOLDERS for file in (city / name).rglob("*") if file.is_file()]
    told = {
        file.relative_to(city).as_posix(): base64.b64encode(file.read_bytes()).decode()
        for file in found
    }
    page.evaluate(FILL, told)


def write_back(page, city):
    """Write what is in the folder of a page over the content of a city; give what changed."""
    changed = set()
    for name, text in page.evaluate(READ).items():
        file, content = city / name, base64.b64decode(text)
        if not file.is_file() or file.read_bytes() != content:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
            changed.add(name)
    return changed
