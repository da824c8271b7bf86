// The map: a card for each mark, enlarging, and the marks that the filters of lists.js leave.
// All it tells stands on the page without it; it stores nothing and asks nothing of the network.
(() => {
  const STEP = 1.6, MOST = 8, SHIFT = 80;

  const start = (root) => {
    const all = (what, from = root) => [...from.querySelectorAll(what)];
    const rows = all("[data-rel-row]");
    const words = root.querySelector("[data-rel-words]")?.dataset ?? {};
    if (rows.length) follow(root, rows, all);
    for (const view of all(".rel-view")) {
      if (words.nearer) zoom(view, words);
      if (rows.length) cards(view, rows, words);
    }
  };

  // What lists.js leaves of the table is left of the map; it says so by an event, or has said.
  const follow = (root, rows, all) => {
    const draw = () => {
      const shown = new Set(rows.filter((row) => !row.hidden).map((row) => row.dataset.relRow));
      const narrowed = shown.size < rows.length;
      for (const mark of all("[data-rel-mark], [data-rel-dot]")) {
        const { relMark, relDot } = mark.dataset;
        mark.classList.toggle("is-out", !shown.has(relMark ?? relDot));
      }
      for (const line of all(".rel-arc, .rel-ally, .rel-lead")) {
        const numbers = [...line.classList].filter((name) => /^a\d+$/.test(name));
        const gone = numbers.some((n) => root.querySelector(`.m${n.slice(1)}.is-out`));
        line.classList.toggle("is-out", gone || (narrowed && line.matches(".rel-lead")));
      }
    };
    root.addEventListener("rel-narrowed", draw);
    draw();
  };

  // A card tells what the row tells, beside the mark, for as long as pointer or focus is there.
  const cards = (view, rows, words) => {
    const port = view.querySelector("[data-rel-port]");
    let card = null, held = null, timer = 0;
    const hide = () => {
      clearTimeout(timer);
      held?.querySelector("a").removeAttribute("aria-describedby");
      card?.remove();
      card = held = null;
    };
    const show = (mark, touched) => {
      clearTimeout(timer);
      if (held === mark) return;
      hide();
      const row = rows.find((one) => one.dataset.relRow === mark.dataset.relMark);
      if (!row) return;
      card = fill(row, mark, touched && words.open);
      held = mark;
      view.append(card);
      mark.querySelector("a").setAttribute("aria-describedby", card.id);
      stand(card, mark, view);
      card.addEventListener("pointerenter", () => clearTimeout(timer));
      card.addEventListener("pointerleave", later);
    };
    const later = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };
    const markOf = (event) => event.target.closest?.("[data-rel-mark]");
    port.addEventListener("pointerover", (event) => {
      if (event.pointerType !== "touch" && markOf(event)) show(markOf(event));
    });
    port.addEventListener("pointerout", (event) => {
      if (event.pointerType !== "touch" && markOf(event)) later();
    });
    port.addEventListener("focusin", (event) => {
      if (markOf(event) && event.target.matches(":focus-visible")) show(markOf(event));
    });
    view.addEventListener("focusout", (event) => {
      if (!view.contains(event.relatedTarget)) later();
    });
    let finger = false;
    port.addEventListener("pointerdown", (event) => { finger = event.pointerType === "touch"; });
    port.addEventListener("click", (event) => {
      const mark = markOf(event);
      if (mark && finger && held !== mark) { // the first tap shows, the second follows
        event.preventDefault();
        show(mark, true);
      } else if (!mark && !event.target.closest(".rel-card-pop")) hide();
    });
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
    view.addEventListener("rel-moved", hide);
  };

  const fill = (row, mark, open) => {
    const card = document.createElement("div");
    card.className = "rel-card-pop";
    card.id = `card-${row.dataset.relRow}`;
    card.dataset.kind = mark.dataset.kind;
    card.dataset.look = mark.dataset.look;
    const name = document.createElement("p");
    name.className = "rel-card-pop__name";
    for (const part of row.cells[0].childNodes) {
      if (part.nodeName === "A") name.append(...part.cloneNode(true).childNodes);
      else if (part.nodeName === "SPAN" && !part.matches(".rel-rank")) name.append(" ", part.cloneNode(true));
    }
    const facts = document.createElement("dl");
    for (const cell of [...row.cells].slice(1)) {
      if (!cell.hasAttribute("data-rel-card") || !cell.textContent.trim()) continue;
      const [term, fact] = [document.createElement("dt"), document.createElement("dd")];
      term.textContent = cell.dataset.label;
      for (const part of cell.childNodes) {
        fact.append(part.nodeName === "A" ? part.textContent : part.cloneNode(true), " ");
      }
      facts.append(term, fact);
    }
    card.append(name, facts);
    if (open) {
      const link = document.createElement("a");
      link.href = mark.querySelector("a").href;
      link.textContent = open;
      card.append(link);
    }
    return card;
  };

  const stand = (card, mark, view) => {
    const [there, frame] = [mark.getBoundingClientRect(), view.getBoundingClientRect()];
    const wide = card.offsetWidth, high = card.offsetHeight;
    const left = Math.min(Math.max(there.left - frame.left - wide / 2, 0), frame.width - wide);
    const under = there.top - frame.top + 18;
    const fits = there.bottom + 18 + high < innerHeight;
    card.style.left = `${left}px`;
    card.style.top = `${fits || there.top - high - 18 < 0 ? under : under - high - 36}px`;
  };

  // Enlarging makes the sheet itself wider: names find room, and marks keep their size.
  const zoom = (view, words) => {
    const port = view.querySelector("[data-rel-port]");
    const stage = view.querySelector("[data-rel-stage]");
    const size = { scale: 1, x: 0, y: 0, height: 0 };
    const tools = document.createElement("div");
    tools.className = "rel-zoom";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", words.tools);
    const button = (sign, name, act, moves) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = sign;
      made.setAttribute("aria-label", name);
      made.title = name;
      made.hidden = moves;
      made.addEventListener("click", act);
      if (moves) made.dataset.moves = "";
      tools.append(made);
      return made;
    };
    const draw = () => {
      const near = size.scale > 1;
      const held = tools.contains(document.activeElement) ? document.activeElement : null;
      if (near && !size.height) size.height = port.clientHeight;
      const [wide, high] = [port.clientWidth, size.height];
      size.x = Math.min(0, Math.max(size.x, wide * (1 - size.scale)));
      size.y = Math.min(0, Math.max(size.y, high * (1 - size.scale)));
      port.classList.toggle("is-near", near);
      port.style.height = near ? `${high}px` : "";
      stage.style.width = near ? `${wide * size.scale}px` : "";
      stage.style.left = near ? `${size.x}px` : "";
      stage.style.top = near ? `${size.y}px` : "";
      if (near) port.scrollLeft = 0;
      else size.height = 0;
      for (const one of tools.querySelectorAll("[data-moves]")) one.hidden = !near;
      farther.disabled = !near;
      nearer.disabled = size.scale >= MOST;
      if (held && (held.hidden || held.disabled)) nearer.focus();
      view.dispatchEvent(new Event("rel-moved"));
    };
    const to = (scale, x = port.clientWidth / 2, y = port.clientHeight / 2) => {
      const next = Math.min(MOST, Math.max(1, scale < 1.05 ? 1 : scale));
      size.x = x - ((x - size.x) * next) / size.scale;
      size.y = y - ((y - size.y) * next) / size.scale;
      size.scale = next;
      draw();
    };
    const move = (x, y) => { size.x += x; size.y += y; draw(); };
    const nearer = button("+", words.nearer, () => to(size.scale * STEP));
    const farther = button("−", words.farther, () => to(size.scale / STEP));
    button("←", words.left, () => move(SHIFT, 0), true);
    button("↑", words.up, () => move(0, SHIFT), true);
    button("↓", words.down, () => move(0, -SHIFT), true);
    button("→", words.right, () => move(-SHIFT, 0), true);
    button("⤢", words.whole, () => to(1), true);
    view.append(tools);
    farther.disabled = true;

    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const near = size.scale > 1;
      const keys = {
        "+": () => to(size.scale * STEP), "=": () => to(size.scale * STEP),
        "-": () => near && to(size.scale / STEP), 0: () => near && to(1),
        ArrowLeft: () => near && move(SHIFT, 0), ArrowRight: () => near && move(-SHIFT, 0),
        ArrowUp: () => near && move(0, SHIFT), ArrowDown: () => near && move(0, -SHIFT),
      };
      if (!keys[event.key]) return;
      if (near || event.key === "+" || event.key === "=") event.preventDefault();
      keys[event.key]();
    });
    port.addEventListener("wheel", (event) => {
      // A bare wheel scrolls the page, until the reader has enlarged the map.
      if (!event.ctrlKey && !event.metaKey && size.scale === 1) return;
      event.preventDefault();
      const box = port.getBoundingClientRect();
      const by = Math.exp(-event.deltaY / (event.ctrlKey ? 120 : 400));
      to(size.scale * by, event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    port.addEventListener("dblclick", (event) => {
      if (event.target.closest("a")) return;
      const box = port.getBoundingClientRect();
      to(size.scale * STEP, event.clientX - box.left, event.clientY - box.top);
    });
    port.addEventListener("focusin", (event) => reveal(event.target));
    const reveal = (target) => {
      if (size.scale === 1 || !target.matches(":focus-visible")) return;
      const [box, frame] = [target.getBoundingClientRect(), port.getBoundingClientRect()];
      const x = box.left - frame.left, y = box.top - frame.top;
      const out = x < 20 || y < 20 || x > frame.width - 40 || y > frame.height - 40;
      if (out) move(frame.width / 2 - x, frame.height / 2 - y);
    };
    fingers(port, size, to, move);
    addEventListener("resize", () => { if (size.scale > 1) { size.height = 0; port.style.height = ""; to(1); } });
  };

  // One finger or the mouse drags an enlarged map, two fingers enlarge it.
  const fingers = (port, size, to, move) => {
    const down = new Map();
    let dragged = false;
    const apart = () => {
      const [a, b] = [...down.values()];
      return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    };
    port.addEventListener("pointerdown", (event) => {
      down.set(event.pointerId, event);
      dragged = false;
    });
    port.addEventListener("pointermove", (event) => {
      const before = down.get(event.pointerId);
      if (!before) return;
      if (down.size === 2) {
        const gap = apart();
        down.set(event.pointerId, event);
        const box = port.getBoundingClientRect();
        const [a, b] = [...down.values()];
        const x = (a.clientX + b.clientX) / 2 - box.left, y = (a.clientY + b.clientY) / 2 - box.top;
        if (gap) to((size.scale * apart()) / gap, x, y);
        dragged = true;
      } else if (size.scale > 1) {
        const [x, y] = [event.clientX - before.clientX, event.clientY - before.clientY];
        if (!dragged && Math.hypot(x, y) < 4) return;
        dragged = true;
        port.classList.add("is-held");
        down.set(event.pointerId, event);
        move(x, y);
      }
    });
    const up = (event) => {
      down.delete(event.pointerId);
      port.classList.remove("is-held");
    };
    for (const name of ["pointerup", "pointercancel", "pointerleave"]) port.addEventListener(name, up);
    port.addEventListener("click", (event) => {
      if (dragged) event.preventDefault();
      dragged = false;
    }, true);
    port.addEventListener("dragstart", (event) => event.preventDefault());
  };

  document.querySelectorAll("[data-rel-map]").forEach(start);
})();
