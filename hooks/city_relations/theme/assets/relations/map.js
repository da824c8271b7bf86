// The map: one view at a time, a card for each mark, and the marks that the filters of lists.js
// leave. All it tells stands on the page without it; it stores nothing and asks nothing of the
// network. map_zoom.js, which runs before it, enlarges a view when it is told to.
(() => {
  const LIST = 480; // pixels: on a narrower map discs open on lists
  const all = (what, from) => [...from.querySelectorAll(what)];
  const marksOf = (view) => all("[data-rel-mark]:not(.is-out)", view);

  const start = (root) => {
    const rows = all("[data-rel-row]", root);
    const words = root.querySelector("[data-rel-words]")?.dataset ?? {};
    const views = all(".rel-view", root);
    const show = choose(root, views);
    clusters(views);
    if (!rows.length) return;
    follow(root, rows, views, show);
    key(root);
    for (const view of views) cards(view, rows, words);
  };

  // Which view is open, and whether of the world all or what its partners need.
  const choose = (root, views) => {
    const buttons = all("[data-rel-show]", root);
    const pressed = () => buttons.find((one) => one.ariaPressed === "true");
    const opened = pressed();
    const show = (button) => {
      for (const one of buttons) one.ariaPressed = String(one === button);
      for (const view of views) {
        const chosen = !button || view.classList.contains(`rel-view--${button.dataset.relShow}`);
        view.classList.toggle("is-open", chosen);
        if (!chosen) continue;
        view.classList.toggle("is-whole", button?.hasAttribute("data-rel-whole") ?? false);
        view.dispatchEvent(new Event("rel-rest"));
      }
    };
    for (const button of buttons) button.addEventListener("click", () => show(button));
    root.addEventListener("rel-widen", () => {
      const whole = buttons.find((one) => one.hasAttribute("data-rel-whole"));
      if (whole) show(whole);
    });
    const named = views.find((view) => view.id && `#${view.id}` === location.hash);
    const asked = buttons.find((one) => named?.classList.contains(`rel-view--${one.dataset.relShow}`));
    if (asked && asked.dataset.relShow !== opened.dataset.relShow) show(asked);
    return (name) => {
      if (name && pressed()?.dataset.relShow === name && !pressed().hasAttribute("data-rel-whole")) return;
      show(name ? buttons.find((one) => one.dataset.relShow === name) : opened);
    };
  };

  // A cluster comes apart into its marks, and the map nears them; a phone, which has no room for
  // that, keeps the list that the disc opens without scripts.
  const clusters = (views) => {
    for (const view of views) {
      view.addEventListener("click", (event) => {
        const summary = event.target.closest("summary");
        if (!summary || view.clientWidth < LIST) return;
        event.preventDefault();
        const marks = marksOf(summary.parentElement);
        view.dispatchEvent(new CustomEvent("rel-fit", { detail: { marks, apart: true } }));
        if (event.detail === 0) marks[0]?.querySelector("a").focus(); // pressed by a key
      });
      view.addEventListener("keydown", (event) => {
        const open = !view.matches(".is-apart") && event.target.closest("details[open]");
        if (event.key !== "Escape" || !open) return;
        open.open = false;
        open.querySelector("summary").focus();
      });
    }
  };

  // A line of the key sets the filter it names, where it is on this page.
  const key = (root) => {
    for (const link of all("[data-rel-choice]", root)) {
      link.addEventListener("click", (event) => {
        const [[name, value]] = new URL(link.href).searchParams;
        const filter = root.querySelector(`select[name="${name}"]`);
        if (!filter) return;
        event.preventDefault();
        filter.value = value;
        filter.dispatchEvent(new Event("change", { bubbles: true }));
      });
    }
  };

  // What lists.js leaves of the table is left of the map; it says so by an event, or has said.
  const follow = (root, rows, views, show) => {
    const empty = root.querySelector("[data-rel-empty]");
    const more = root.querySelector("[data-rel-more]"); // of many rows, a phone shows the first
    more?.addEventListener("click", () => {
      const [next] = rows.filter((row) => !row.hidden && !row.offsetHeight);
      root.querySelector(".is-capped").classList.remove("is-capped");
      next?.querySelector("a").focus();
    });
    const of = (one) => one.dataset.relOf.split(" ");
    let before = rows.length;
    const draw = () => {
      const shown = new Set(rows.filter((row) => !row.hidden).map((row) => row.dataset.relRow));
      const narrowed = shown.size < rows.length;
      for (const mark of all("[data-rel-mark]", root)) {
        mark.classList.toggle("is-out", !shown.has(mark.dataset.relMark));
      }
      for (const told of all("[data-rel-of]", root)) {
        told.classList.toggle("is-out", !of(told).some((slug) => shown.has(slug)));
      }
      for (const cluster of all("[data-rel-cluster]", root)) {
        const left = marksOf(cluster).length;
        cluster.classList.toggle("is-out", !left);
        cluster.querySelector("[data-rel-members]").textContent = left;
      }
      for (const line of all(".rel-arc, .rel-ally, .rel-lead", root)) {
        const numbers = [...line.classList].filter((name) => /^a\d+$/.test(name));
        const gone = numbers.some((n) => root.querySelector(`.m${n.slice(1)}.is-out`));
        line.classList.toggle("is-out", gone || (narrowed && line.matches(".rel-lead")));
      }
      if (more) more.hidden = shown.size <= 25;
      empty.hidden = shown.size > 0;
      if (narrowed) fit(shown);
      else if (before < rows.length) show();
      before = shown.size;
    };
    // The view that shows all that is left, as near as they allow; nothing moves for nothing.
    const fit = (shown) => {
      const drawn = (view) => view.dataset.relShown.split(" ").filter((slug) => shown.has(slug)).length;
      const most = Math.max(...views.map(drawn));
      if (!most) return;
      const near = views.find((view) => view.matches(".rel-view--close") && drawn(view) === most);
      const view = near ?? views.find((one) => drawn(one) === most);
      show(view.matches(".rel-view--close") ? "close" : "world");
      view.dispatchEvent(new CustomEvent("rel-fit", { detail: { marks: marksOf(view), apart: false } }));
    };
    empty.querySelector("button").addEventListener("click", () => root.querySelector("[data-rel-filters] > button")?.click());
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
      card = fill(row, mark, words, touched);
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
    view.addEventListener("transitionend", (event) => {
      if (card && event.target.matches("[data-rel-stage]")) stand(card, held, view);
    });
    view.addEventListener("rel-moved", hide);
  };

  const fill = (row, mark, words, touched) => {
    const card = document.createElement("div");
    card.className = "rel-card-pop";
    card.id = `card-${row.dataset.relRow}`;
    card.dataset.kind = mark.dataset.kind;
    card.dataset.look = mark.dataset.look;
    if (row.dataset.relPhoto) card.append(picture(row.dataset, words));
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
    if (touched) {
      const link = document.createElement("a");
      link.href = mark.querySelector("a").href;
      link.textContent = words.open;
      card.append(link);
    }
    return card;
  };

  // Words of an author may be in another language than the page: of the picture, of who took it.
  const picture = ({ relPhoto, relAlt, relCredit, relSpoken = "" }, words) => {
    const figure = document.createElement("figure");
    const image = document.createElement("img");
    const [spoken, credited] = relSpoken.split(" ");
    Object.assign(image, { src: relPhoto, alt: relAlt, width: 500, height: 200 });
    if (spoken) image.lang = spoken;
    figure.append(image);
    if (relCredit) {
      const caption = document.createElement("figcaption");
      const who = document.createElement("bdi");
      who.textContent = relCredit;
      if (credited) who.lang = credited;
      const [before, after] = words.credit.split("{credit}");
      caption.append(before, who, after);
      figure.append(caption);
    }
    return figure;
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

  document.querySelectorAll("[data-rel-map]").forEach(start);
})();
