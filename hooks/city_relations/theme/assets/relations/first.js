// Runs before the first paint: says that scripts are here, and sets the colours the reader chose
// or, without a choice, those of the system. Reads one key and writes nothing.
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const stored = () => {
    try { return localStorage.getItem("relations.colours"); } catch { return null; }
  };
  const apply = () => {
    const chosen = stored();
    const known = chosen === "slate" || chosen === "default";
    root.dataset.mdColorScheme = known ? chosen : dark.matches ? "slate" : "default";
  };
  root.classList.add("js");
  apply();
  dark.addEventListener("change", apply);
})();
