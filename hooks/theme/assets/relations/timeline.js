/* Filters of the timeline: what is chosen stands in the address, so that it can be linked to. */
(function () {
  "use strict";
  var root = document.querySelector("[data-rel-timeline]");
  if (!root) return;
  var form = root.querySelector("form");
  var count = root.querySelector(".rel-filter__count");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var facts = Array.prototype.slice.call(root.querySelectorAll(".rel-mile"));
  var groups = Array.prototype.slice.call(root.querySelectorAll(".rel-year, .rel-decade"));

  function matches(fact) {
    return selects.every(function (select) {
      var values = (fact.getAttribute("data-" + select.dataset.filter) || "").split(" ");
      return !select.value || values.indexOf(select.value) >= 0;
    });
  }

  function show() {
    var shown = 0;
    facts.forEach(function (fact) {
      fact.hidden = !matches(fact);
      shown += fact.hidden ? 0 : 1;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector(".rel-mile:not([hidden])");
    });
    var words = shown === 0 ? count.dataset.none : shown === 1 ? count.dataset.one : count.dataset.many;
    count.textContent = words.replace("{n}", shown);
  }

  function remember() {
    var query = new URLSearchParams();
    selects.forEach(function (select) {
      if (select.value) query.set(select.name, select.value);
    });
    var text = query.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  function recall() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      select.value = query.get(select.name) || "";
      if (select.selectedIndex < 0) select.value = "";
    });
    show();
  }

  form.addEventListener("change", function () { show(); remember(); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("reset", function () {
    setTimeout(function () { show(); remember(); }, 0);
  });
  addEventListener("popstate", recall);
  recall();
})();
