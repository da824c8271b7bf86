/* Copies a release's text: the button asks for the text file beside the page, never for more; or
   lines to paste, which are on the page; or the credit of a photo, which the button knows. */
(() => {
  "use strict";
  const say = (button, words) => {
    const status = button.closest("ul").parentElement.querySelector("[data-rel-copied]");
    if (status) status.textContent = words;
  };
  const fetched = (url) => fetch(url).then((answer) => {
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  });
  const copy = async (button) => {
    const { relCopy, relLines, relText } = button.dataset;
    const text = relCopy ? fetched(relCopy) : Promise.resolve(relText || document.getElementById(relLines).textContent);
    try {
      // The promise is handed over at once: some browsers forget the click while one waits.
      const item = new ClipboardItem({ "text/plain": text.then((t) => new Blob([t], { type: "text/plain" })) });
      await navigator.clipboard.write([item]);
    } catch {
      await navigator.clipboard.writeText(await text);
    }
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-rel-copy], [data-rel-lines], [data-rel-text]");
    if (!button) return;
    copy(button).then(() => say(button, button.dataset.done), () => say(button, button.dataset.failed));
  });
})();
