// The search dialog. Material's index and worker find; nothing is fetched before the first opening.
(() => {
  const dialog = document.getElementById("search");
  if (!dialog) return;
  const query = dialog.querySelector("[name=q]");
  const count = dialog.querySelector("[role=status]");
  const list = dialog.querySelector("ol");
  const words = dialog.dataset;
  const base = new URL("..", new URL(words.index, location.href));
  const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3; // the worker's own protocol
  let worker = null, ready = false, timer = 0, last = null, pending = 0;

  // What the worker marks up is read as inert HTML; only its text and its marks are kept.
  const marked = (html, limit = Infinity) => {
    const out = document.createDocumentFragment();
    const parsed = new DOMParser().parseFromString(html, "text/html").body;
    const walker = document.createTreeWalker(parsed, NodeFilter.SHOW_TEXT);
    let length = 0;
    while (walker.nextNode() && length < limit) {
      // Paragraphs follow each other without a space, and a text is cut between two words.
      const whole = walker.currentNode.data.replace(/([\p{Ll}\p{N}»)][.!?…])(?=\p{Lu})/gu, "$1 ");
      const text = length + whole.length > limit ? whole.slice(0, limit - length).replace(/\s\S*$/u, "") : whole;
      length += whole.length;
      const mark = walker.currentNode.parentElement.closest("mark");
      out.append(mark ? Object.assign(document.createElement("mark"), { textContent: text }) : text);
    }
    if (length >= limit) out.append("…");
    return out;
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    made.className = className;
    made.append(...children);
    return made;
  };

  // Readers leave out accents; words that carry some are also indexed without them.
  const plain = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "");
  const bare = (text) => plain(text).trim().toLowerCase();
  const accented = /[\p{L}\p{N}]*[\u00c0-\u024f][\p{L}\p{N}]*/gu;
  // « l’eau » is two words, and so is « Saint-Jean ».
  const separator = "[\\s\\-,;:!?=()\\[\\]\"'’«»…·/]+|\\.(?!\\d)|&[lg]t;|&amp;";
  const tags = new Map();
  const prepared = ({ config, docs }) => {
    for (const doc of docs) {
      tags.set(doc.location, doc.tags);
      const words = `${doc.title} ${doc.text}`.match(accented) ?? [];
      doc.tags = [[...new Set(words.map(plain))].join(" ")];
    }
    const fields = { ...config.fields, tags: { boost: 1 } };
    return { config: { ...config, fields, separator }, docs };
  };

  const result = (group) => {
    const article = group.find((item) => !item.location.includes("#")) ?? group[0];
    const link = element("a", "", marked(article.title));
    link.href = new URL(article.location, base);
    const entry = element("li", "rel-search__result", link);
    const kind = tags.get(article.location);
    if (kind) entry.append(element("p", "rel-search__kind", marked(kind.join(" · "))));
    const best = group.find((item) => item.text) ?? article;
    if (best.text) entry.append(element("p", "rel-search__text", marked(best.text, 220)));
    return entry;
  };

  const show = (groups) => {
    const asked = query.value.trim() !== "";
    const whole = bare(query.value);
    const likeness = (name) => (name === whole ? 2 : Number(whole.length > 2 && name.startsWith(whole)));
    const rank = (group) => Math.max(...group.map(({ location, title }) => (location.includes("#") ? 0
      : Math.max(...[title, ...tags.get(location) ?? []].map((name) => likeness(bare(marked(name).textContent)))))));
    groups.sort((a, b) => rank(b) - rank(a)); // a partner's own page before what speaks of it
    list.replaceChildren(...(asked ? groups.slice(0, 20).map(result) : []));
    const said = { 0: words.none, 1: words.one }[groups.length] ?? words.many;
    count.textContent = asked ? said.replace("#", groups.length) : "";
  };

  const ask = () => {
    // Each word as it is, as the beginning of a longer one, and a plural as its singular.
    const asked = query.value.replace(/[*+\-:^~"'’]/g, " ").trim().split(/\s+/u)
      .filter((word) => /..|\p{Lo}/u.test(word)); // the l of « l’eau » is no word
    const single = (word) => (/.{4}[sx]$/iu.test(word) ? `${word.slice(0, -1)}*` : "");
    const data = asked.map((word) => `${word}^2 ${word}* ${single(word)}`).join(" ");
    if (!ready || data === last) return; // a second answer would take the focus off the first
    last = data;
    if (!data) { show([]); return; }
    pending += 1;
    worker.postMessage({ type: QUERY, data });
  };

  const load = async () => {
    const made = new Worker(new URL(words.worker, location.href));
    worker = made;
    made.addEventListener("message", ({ data }) => {
      if (data.type === READY) { ready = true; ask(); }
      if (data.type === RESULT && --pending === 0) show(data.data.items); // no answer to the last but one
    });
    const index = await (await fetch(words.index)).json();
    made.postMessage({ type: SETUP, data: { ...prepared(index), options: { suggest: false } } });
  };

  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    query.focus();
    query.select();
    if (!worker) load().catch(() => { worker = null; count.textContent = words.failed; });
  };

  document.querySelector("[data-rel-open=search]").addEventListener("click", open);
  dialog.querySelector("[data-rel-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.focus();
  });
  query.addEventListener("keydown", (event) => { if (event.key === "Escape") dialog.close(); });
  query.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const stops = [query, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (at < 0) return;
    event.preventDefault();
    stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
  });

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) { query.value = asked; open(); }
})();
