// Enlarging the map: by buttons, keys, wheel and fingers, about the city; and nearing some marks when
// map.js asks for it. The sheet itself grows: names find room, and marks keep their size.
(() => {
  const STEP = 1.6, MOST = 8, SHIFT = 80;
  const APART = 1.45; // enlarged so much, clusters come apart
  const ROOM = 0.16; // of the frame, left on each side of marks that are neared

  const zoom = (view, words) => {
    const root = view.closest("[data-rel-map]");
    const port = view.querySelector("[data-rel-port]");
    const stage = view.querySelector("[data-rel-stage]");
    const sheet = view.querySelector(".rel-sheet");
    const size = { scale: 1, x: 0, y: 0, apart: false };
    let rest = null; // what the stylesheet says, in pixels: it opens on what the partners need
    const measure = () => {
      for (const side of ["width", "height", "left", "top"]) stage.style[side] = "";
      const { clientWidth: wide, clientHeight: high } = port;
      const form = stage.offsetHeight / stage.offsetWidth;
      rest = { wide, high, form, scale: stage.offsetWidth / wide, x: stage.offsetLeft, y: stage.offsetTop };
      Object.assign(size, { scale: rest.scale, x: rest.x, y: rest.y, apart: false });
    };
    const ready = () => { if (!rest?.wide) measure(); };
    const isNear = () => rest?.wide > 0 && size.scale > rest.scale * 1.01;
    const canWiden = () => rest?.scale > 1.01 && root.querySelector("[data-rel-whole]") !== null;

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
      made.addEventListener("click", () => { ready(); port.classList.add("is-moving"); act(); });
      if (moves) made.dataset.moves = "";
      tools.append(made);
      return made;
    };
    // Clusters come apart where there is room; what opens them without script is then of no use.
    const pull = (apart) => {
      view.classList.toggle("is-apart", apart);
      for (const one of view.querySelectorAll("[data-rel-cluster] > details")) {
        if (apart) one.removeAttribute("name");
        one.open = apart;
      }
    };
    const within = (at, least) => (least > 0 ? least / 2 : Math.min(0, Math.max(at, least)));
    const draw = () => {
      const near = isNear();
      const held = tools.contains(document.activeElement) ? document.activeElement : null;
      const wide = rest.wide * size.scale, high = wide * rest.form;
      size.x = within(size.x, rest.wide - wide);
      size.y = within(size.y, rest.high - high);
      Object.assign(stage.style, { width: `${wide}px`, height: `${high}px`, left: `${size.x}px`, top: `${size.y}px` });
      port.classList.toggle("is-near", near);
      pull(size.apart || size.scale > rest.scale * APART);
      tell(near, held);
    };
    const tell = (near, held) => {
      for (const one of tools.querySelectorAll("[data-moves]")) one.hidden = !near;
      farther.disabled = !near && !canWiden();
      nearer.disabled = size.scale >= MOST;
      if (held && (held.hidden || held.disabled)) nearer.focus();
      view.dispatchEvent(new Event("rel-moved"));
    };
    const settle = () => {
      const held = tools.contains(document.activeElement) ? document.activeElement : null;
      measure();
      port.classList.remove("is-near");
      pull(false);
      tell(false, held);
    };
    // What stays in its place: the city, while it is to be seen.
    const middle = () => {
      const home = view.querySelector(".rel-place--home");
      const wide = rest.wide * size.scale;
      const x = home ? size.x + (home.offsetLeft / sheet.offsetWidth) * wide : -1;
      const y = home ? size.y + (home.offsetTop / sheet.offsetHeight) * wide * rest.form : -1;
      const seen = x >= 0 && y >= 0 && x <= rest.wide && y <= rest.high;
      return seen ? [x, y] : [rest.wide / 2, rest.high / 2];
    };
    const to = (scale, ...at) => {
      ready();
      const next = Math.min(MOST, scale);
      if (next < rest.scale * 1.03) {
        if (isNear()) settle();
        else if (next < rest.scale && canWiden()) root.dispatchEvent(new Event("rel-widen"));
        return;
      }
      const [x, y] = at.length ? at : middle();
      size.x = x - ((x - size.x) * next) / size.scale;
      size.y = y - ((y - size.y) * next) / size.scale;
      size.scale = next;
      draw();
    };
    const move = (x, y) => { size.x += x; size.y += y; draw(); };
    const nearer = button("+", words.nearer, () => to(size.scale * STEP), false);
    const farther = button("−", words.farther, () => to(size.scale / STEP), false);
    button("←", words.left, () => move(SHIFT, 0), true);
    button("↑", words.up, () => move(0, SHIFT), true);
    button("↓", words.down, () => move(0, -SHIFT), true);
    button("→", words.right, () => move(-SHIFT, 0), true);
    button("⤢", words.whole, settle, true);
    view.append(tools);
    if (view.classList.contains("is-open")) measure();
    farther.disabled = !canWiden();

    // Nears marks: those of a cluster, or those a filter leaves, these with the city. On a wider
    // sheet they are laid out anew: so it is drawn there once, unseen, and they are looked for again.
    const fit = ({ marks, apart }) => {
      ready();
      pull(true);
      port.classList.remove("is-moving");
      const home = apart ? null : view.querySelector(".rel-place--home");
      const shown = home ? [...marks, home] : marks;
      const before = stage.style.cssText;
      aim(shown, apart, marks.length);
      draw();
      aim(shown, apart, marks.length);
      stage.style.cssText = before;
      port.classList.toggle("is-moving", stage.offsetWidth > 0);
      draw();
    };
    const aim = (shown, apart, count) => {
      const xs = shown.map((one) => one.offsetLeft / sheet.offsetWidth);
      const ys = shown.map((one) => (one.offsetTop / sheet.offsetHeight) * rest.form);
      const spread = (v) => Math.max(Math.max(...v) - Math.min(...v), 0.01) / (1 - 2 * ROOM);
      const best = Math.min(1 / spread(xs), rest.high / rest.wide / spread(ys), rest.scale * 4, MOST);
      size.scale = Math.max(best, rest.scale * (apart ? STEP : 1));
      const across = rest.wide * size.scale;
      size.apart = apart || (count < 25 && across > 430);
      size.x = rest.wide / 2 - (across * (Math.max(...xs) + Math.min(...xs))) / 2;
      size.y = rest.high / 2 - (across * (Math.max(...ys) + Math.min(...ys))) / 2;
    };
    view.addEventListener("rel-fit", (event) => fit(event.detail));
    view.addEventListener("rel-rest", settle);

    view.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const near = isNear();
      const keys = {
        "+": () => to(size.scale * STEP), "=": () => to(size.scale * STEP),
        "-": () => near && to(size.scale / STEP), 0: () => near && settle(),
        ArrowLeft: () => near && move(SHIFT, 0), ArrowRight: () => near && move(-SHIFT, 0),
        ArrowUp: () => near && move(0, SHIFT), ArrowDown: () => near && move(0, -SHIFT),
      };
      if (!keys[event.key]) return;
      if (near || event.key === "+" || event.key === "=") event.preventDefault();
      keys[event.key]();
    });
    port.addEventListener("wheel", (event) => {
      // A bare wheel scrolls the page, until the reader has enlarged the map.
      if (!event.ctrlKey && !event.metaKey && !isNear()) return;
      event.preventDefault();
      port.classList.remove("is-moving");
      const box = port.getBoundingClientRect();
      const by = Math.exp(-event.deltaY / (event.ctrlKey ? 120 : 400));
      to(size.scale * by, event.clientX - box.left, event.clientY - box.top);
    }, { passive: false });
    port.addEventListener("dblclick", (event) => {
      if (event.target.closest("a, summary")) return;
      const box = port.getBoundingClientRect();
      port.classList.add("is-moving");
      to(size.scale * STEP, event.clientX - box.left, event.clientY - box.top);
    });
    port.addEventListener("focusin", ({ target }) => {
      if (!isNear() || !target.matches(":focus-visible")) return;
      const [box, frame] = [target.getBoundingClientRect(), port.getBoundingClientRect()];
      const x = box.left - frame.left, y = box.top - frame.top;
      const out = x < 20 || y < 20 || x > frame.width - 40 || y > frame.height - 40;
      if (out) move(frame.width / 2 - x, frame.height / 2 - y);
    });
    fingers(port, size, isNear, ready, to, move);
    addEventListener("resize", () => {
      if (view.classList.contains("is-open") && port.clientWidth !== rest?.wide) settle();
    });
  };

  // One finger or the mouse drags an enlarged map, two fingers enlarge it.
  const fingers = (port, size, isNear, ready, to, move) => {
    const down = new Map();
    let dragged = false;
    const apart = () => {
      const [a, b] = [...down.values()];
      return Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY);
    };
    port.addEventListener("pointerdown", (event) => {
      ready();
      port.classList.remove("is-moving");
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
      } else if (isNear()) {
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

  for (const root of document.querySelectorAll("[data-rel-map]")) {
    const words = root.querySelector("[data-rel-words]")?.dataset;
    for (const view of words ? root.querySelectorAll(".rel-view") : []) zoom(view, words);
  }
})();
