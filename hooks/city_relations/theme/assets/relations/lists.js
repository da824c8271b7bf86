// Lists that can be narrowed, tables that sort and that show as cards. Everything is on the page without it; what is
// chosen stands in the page's address, so that it can be linked to. It stores nothing.
(() => {
  // `data-rel-list` selects the items, `data-rel-groups` what is hidden when it holds none; each
  // choice names in `data-rel-facet` the attribute of an item that holds its values.
  const narrow = (root) => {
    const bar = root.querySelector("[data-rel-filters]");
    if (!bar) return;
    const { relList, relGroups } = root.dataset;
    const items = [...root.querySelectorAll(relList)];
    const groups = relGroups ? [...root.querySelectorAll(relGroups)] : [];
    const facets = [...bar.querySelectorAll("[data-rel-facet]")];
    const view = bar.querySelector("[data-rel-view]");
    const choices = view ? [...facets, view] : facets;
    const everything = bar.querySelector("button");
    const count = root.querySelector("[data-rel-count]");
    const whole = count.textContent;

    const fits = (item, facet) =>
      (item.getAttribute(facet.dataset.relFacet) ?? "").split(" ").includes(facet.value);
    const apply = () => {
      const chosen = facets.filter((facet) => facet.value);
      const open = new Set();
      let shown = 0;
      for (const item of items) {
        item.hidden = !chosen.every((facet) => fits(item, facet));
        if (item.hidden) continue;
        shown += 1;
        for (let at = item; relGroups && at; at = at.parentElement?.closest(relGroups)) open.add(at);
      }
      for (const group of groups) group.hidden = !open.has(group);
      if (view) root.classList.toggle("is-cards", view.value !== "");
      everything.hidden = !chosen.length;
      const { relCount, relNone } = count.dataset;
      const said = (shown === 0 && relNone) || relCount;
      const told = said.replace("{shown}", shown).replace("{total}", items.length);
      count.textContent = (!chosen.length && whole) || told;
      root.dispatchEvent(new Event("rel-narrowed"));
    };
    const write = () => {
      const query = new URLSearchParams(location.search);
      for (const facet of choices) {
        if (facet.value) query.set(facet.name, facet.value);
        else query.delete(facet.name);
      }
      const text = query.toString();
      history.replaceState(history.state, "", (text ? `?${text}` : location.pathname) + location.hash);
    };
    const read = () => {
      const query = new URLSearchParams(location.search);
      for (const facet of choices) {
        facet.value = query.get(facet.name) ?? "";
        if (facet.selectedIndex < 0) facet.value = "";
      }
      apply();
    };
    bar.addEventListener("change", () => { apply(); write(); });
    everything.addEventListener("click", () => {
      for (const facet of facets) facet.value = "";
      facets[0].focus();
      apply();
      write();
    });
    addEventListener("popstate", read);
    read();
  };

  // Headings become buttons that sort; empty cells stay at the end either way.
  const sort = (table) => {
    const body = table.tBodies[0];
    if (body.rows.length < 2) return;
    const heads = [...table.tHead.rows[0].cells];
    const { compare } = new Intl.Collator(document.documentElement.lang, { numeric: true });
    const told = (row, i) => row.cells[i].dataset.sort ?? row.cells[i].textContent.trim();
    heads.forEach((head, i) => {
      if (!head.hasAttribute("data-rel-sort")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const order = (a, b) => {
          const [x, y] = [told(a, i), told(b, i)];
          if (!x || !y) return x ? -1 : y ? 1 : 0;
          return (down ? -1 : 1) * compare(x, y);
        };
        body.append(...[...body.rows].sort(order));
      });
    });
  };

  document.querySelectorAll("[data-rel-list]").forEach(narrow);
  document.querySelectorAll("[data-rel-table]").forEach(sort);
})();
