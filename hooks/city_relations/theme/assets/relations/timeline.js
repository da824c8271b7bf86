// The lanes of a timeline: marks that show their facts, filters that reach the lanes, decades that
// open where something leads into them. Without it every mark is a link into the list.
(() => {
  const root = document.querySelector(".rel-chronicle");
  const lanes = root?.querySelector("[data-rel-lanes]");
  if (!root) return;
  const fact = (key) => document.getElementById(`f-${key}`);
  const folds = [...root.querySelectorAll("details")];
  const reveal = (target) => {
    for (let at = target; at; at = at.parentElement?.closest("details")) if (at.localName === "details") at.open = true;
  };

  // What is chosen opens every fold; when nothing is chosen any more, they are as they were.
  let before = null;
  const narrowed = () => {
    const chosen = [...root.querySelectorAll("[data-rel-facet]")].some((one) => one.value);
    if (chosen) {
      before ??= folds.map((one) => one.open);
      for (const one of folds) one.open = true;
    } else if (before) {
      folds.forEach((one, i) => { one.open = before[i]; });
      before = null;
    }
    if (!lanes) return;
    const named = new Set([...root.querySelectorAll(".rel-mile:not([hidden])")].flatMap((one) => one.dataset.partners.split(" ")));
    for (const one of lanes.querySelectorAll("[data-fact]")) one.toggleAttribute("hidden", Boolean(fact(one.dataset.fact)?.hidden));
    for (const one of lanes.querySelectorAll(".rel-moment")) {
      one.toggleAttribute("hidden", one.dataset.facts.split(" ").every((key) => fact(key)?.hidden));
    }
    let left = 0;
    for (const one of lanes.querySelectorAll(".rel-lane")) {
      one.hidden = chosen && !named.has(one.dataset.relLane);
      left += !one.hidden;
    }
    lanes.hidden = !left;
    hide();
  };

  const go = (hash) => {
    const target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target || !root.contains(target)) return;
    reveal(target);
    target.scrollIntoView();
  };
  addEventListener("hashchange", () => go(location.hash));

  // One card for all marks, beside the mark it speaks of.
  const card = document.createElement("div");
  card.className = "rel-marked";
  card.hidden = true;
  let shown = null, leaving = 0;
  const hide = () => {
    shown?.classList.remove("is-shown");
    shown = null;
    card.hidden = true;
  };
  const show = (mark) => {
    clearTimeout(leaving);
    if (shown === mark) return;
    hide();
    shown = mark;
    mark.classList.add("is-shown");
    const name = document.createElement("strong");
    name.textContent = mark.ownerSVGElement.getAttribute("aria-label");
    const keys = mark.dataset.facts.split(" ");
    const told = mark.getAttribute("aria-label").split("\n").map((line, i) => ({ line, key: keys[i] }));
    const links = told.filter(({ key }) => !fact(key)?.hidden).map(({ line, key }) => {
      const link = document.createElement("a");
      link.href = `#f-${key}`;
      link.textContent = line;
      link.tabIndex = -1;
      return link;
    });
    card.replaceChildren(name, ...links);
    card.hidden = false;
    const [own, frame] = [mark.getBoundingClientRect(), lanes.getBoundingClientRect()];
    const left = own.left + own.width / 2 - card.offsetWidth / 2 - frame.left;
    card.style.left = `${Math.min(Math.max(left, 0), frame.width - card.offsetWidth)}px`;
    card.style.top = `${own.bottom - frame.top + 2}px`;
  };
  const later = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 250);
  };
  const marksOf = (mark) => [...mark.ownerSVGElement.querySelectorAll(".rel-moment:not([hidden])")];
  const hold = (mark) => {
    for (const one of mark.ownerSVGElement.querySelectorAll(".rel-moment")) one.setAttribute("tabindex", one === mark ? 0 : -1);
  };
  const watch = (mark) => {
    const title = mark.querySelector("title");
    mark.setAttribute("aria-label", title.textContent.trim());
    title.remove();
    let touched = false;
    mark.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") show(mark); });
    mark.addEventListener("pointerleave", (event) => { if (event.pointerType === "mouse") later(); });
    mark.addEventListener("pointerdown", (event) => { touched = event.pointerType !== "mouse" && shown !== mark; });
    mark.addEventListener("focus", () => { hold(mark); show(mark); });
    mark.addEventListener("blur", later);
    mark.addEventListener("click", (event) => {
      if (touched) event.preventDefault();
      if (touched) show(mark);
      touched = false;
    });
    mark.addEventListener("keydown", (event) => {
      const all = marksOf(mark), rtl = document.dir === "rtl";
      const step = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      all[all.indexOf(mark) + step]?.focus();
    });
  };
  if (lanes) {
    lanes.append(card);
    for (const mark of lanes.querySelectorAll(".rel-moment")) watch(mark);
    for (const svg of lanes.querySelectorAll("svg")) svg.querySelectorAll(".rel-moment").forEach((one, i) => one.setAttribute("tabindex", i ? -1 : 0));
    card.addEventListener("pointerenter", () => clearTimeout(leaving));
    card.addEventListener("pointerleave", later);
    addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    addEventListener("pointerdown", (event) => { if (!event.target.closest?.(".rel-moment, .rel-marked")) hide(); });
  }
  // The same link twice changes no hash: what it leads to is opened all the same.
  root.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href^='#']");
    if (link && !event.defaultPrevented) setTimeout(() => { hide(); go(link.getAttribute("href")); });
  });

  root.addEventListener("rel-narrowed", narrowed);
  narrowed();
  if (location.hash) go(location.hash);
})();
