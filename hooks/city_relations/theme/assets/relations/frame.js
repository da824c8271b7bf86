// The masthead: the phone's menu, the colours, and the keys. Stores only what the reader chooses.
(() => {
  const root = document.documentElement;
  const keep = (key, value) => {
    try { localStorage.setItem(`relations.${key}`, value); } catch { /* private window: not kept */ }
  };
  const kept = (key) => {
    try { return localStorage.getItem(`relations.${key}`); } catch { return null; }
  };

  const menu = document.querySelector("[data-rel-menu]");
  const setMenu = (open) => {
    menu.setAttribute("aria-expanded", String(open));
    document.getElementById(menu.getAttribute("aria-controls")).classList.toggle("is-open", open);
  };
  menu.addEventListener("click", () => setMenu(menu.getAttribute("aria-expanded") !== "true"));
  document.querySelector(".rel-head").addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menu.getAttribute("aria-expanded") === "true") {
      setMenu(false);
      menu.focus();
    }
  });

  const palette = document.querySelector("[data-rel-palette]");
  const namePalette = () => {
    const dark = root.dataset.mdColorScheme === "slate";
    palette.querySelector("span").textContent = dark ? palette.dataset.light : palette.dataset.dark;
  };
  palette.addEventListener("click", () => {
    root.dataset.mdColorScheme = root.dataset.mdColorScheme === "slate" ? "default" : "slate";
    keep("colours", root.dataset.mdColorScheme);
    namePalette();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", namePalette);
  namePalette();

  // One-key shortcuts wait until the reader turns them on (WCAG 2.1.4): they collide with the
  // keys of screen readers and of dictation.
  const box = document.querySelector("[data-rel-keys]");
  const search = document.getElementById("search");
  const openSearch = () => document.querySelector("[data-rel-open=search]")?.click();
  const follow = (way) => document.querySelector(`link[rel=${way}]`)?.href;
  const go = (address) => { if (address) location.assign(address); };
  const keys = {
    "/": openSearch, s: openSearch, f: openSearch,
    p: () => go(follow("prev")), ",": () => go(follow("prev")),
    n: () => go(follow("next")), ".": () => go(follow("next")),
  };
  if (box) {
    box.checked = kept("keys") === "on";
    box.addEventListener("change", () => keep("keys", box.checked ? "on" : "off"));
  }
  document.addEventListener("keydown", (event) => {
    if (search && (event.ctrlKey || event.metaKey) && event.key === "k") {
      event.preventDefault();
      openSearch();
      return;
    }
    const typing = event.target.closest?.("input, select, textarea, [contenteditable], dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !box?.checked) return;
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // On paper everything that folds is open; where a style cannot say so, this does.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details.rel-fold:not([open])")];
    for (const one of folded) one.open = true;
  });
  addEventListener("afterprint", () => { for (const one of folded) one.open = false; });
})();
