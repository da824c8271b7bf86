// The search dialog: names at once, then the page that searches every text. Words are folded and parted as in
// search/words.py. Nothing is fetched before the first opening.
const SPELT = { œ: "oe", æ: "ae", ß: "ss", ł: "l", ø: "o", đ: "d", ı: "i", ة: "ه", ى: "ي" };
const HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff";
const MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u0670\u06d6-\u06ed\u0900-\u0eff";
const WORD = new RegExp(`[${HAN}]+|(?:(?![${HAN}])[\\p{L}\\p{N}]|[${MARKS}])+`, "gu");
const RUN = new RegExp(`^[${HAN}]{2,}$`, "u");
const spelt = (text) => text.replace(/[œæßłøđıةى]/gu, (letter) => SPELT[letter]);

export const fold = (word) => spelt(spelt(word.toLowerCase()).normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, ""))
  .normalize("NFC").replace(/^ال(?=...)/u, "");

// The words of a text with the place of each: `[word as written, where it begins]`.
export const parted = (text) => [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => (RUN.test(word)
  ? Array.from({ length: word.length - 1 }, (_, i) => [word.slice(i, i + 2), index + i]) : [[word, index]]));

export const split = (text) => parted(text.normalize("NFC")).map(([word]) => fold(word)).filter(Boolean);

// How many letters are wrong, missing, too many or swapped; more than `most` is told as more.
export const distance = (a, b, most = 2) => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last, row] = [[], [], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    [before, last, row] = [last, row, [i]];
    for (let j = 1; j <= b.length; j += 1) {
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
  }
  return row[b.length];
};

// What a word sounds like: doubled letters once, then the rules of the site's language in turn.
export const sound = (word, rules) => rules.reduce((told, rule) => {
  const [written, heard] = rule.split("=");
  return written.endsWith("$")
    ? (told.endsWith(written.slice(0, -1)) && told.length > 3 ? told.slice(0, 1 - written.length) + heard : told)
    : told.replaceAll(written, heard);
}, word).replace(/(.)\1+/gu, "$1");

// How far two words are: letters that differ, or less when they sound alike; Infinity is another word.
export const apart = (typed, known, rules) => {
  const most = typed.length < 4 ? 0 : typed.length < 6 ? 1 : 2;
  const letters = distance(typed, known, most);
  if (letters <= most) return letters;
  return most && sound(typed, rules) === sound(known, rules) ? most + 0.5 : Infinity;
};

export const element = (name, className, ...children) => {
  const made = Object.assign(document.createElement(name), { className });
  made.append(...children);
  return made;
};

const dialog = document.getElementById("search");
const told = dialog.dataset;
const home = new URL(told.home, location.href);
export const searchPage = new URL(told.page, location.href);
let fetched = null;
export const names = () => {
  fetched ??= fetch(new URL("names.json", searchPage)).then((answer) => {
    if (!answer.ok) throw new Error(answer.statusText);
    return answer.json();
  }).catch((error) => { fetched = null; throw error; });
  return fetched;
};

// How well a name answers: 0 the name itself, below 10 its beginning, below 20 its words, then what resembles it.
const rank = (typed, name, rules) => {
  const words = split(name);
  const [asked, whole] = [typed.join(" "), words.join(" ")];
  if (asked === whole || typed.join("") === words.join("")) return 0; // « eco-conception » is « écoconception »
  if (whole.startsWith(asked)) return 1;
  const each = typed.map((word) => Math.min(...words.map((known) => (known === word ? 0
    : known.startsWith(word) ? 1 : 10 + apart(word, known, rules)))));
  const run = apart(typed.join(""), words.join(""), rules); // « Port Arden », « Portarden »
  return Math.min(10 + Math.max(...each), 20 + run);
};

export const namesLike = ({ names: known, sounds }, words) => {
  const typed = split(words.slice(0, 100));
  if (!typed.length) return [];
  const ranked = known.map((entry) => [Math.min(...[entry[1], ...entry.slice(3)]
    .map((name) => rank(typed, name, sounds))), entry]);
  return ranked.filter(([how]) => how < 30).sort(([a], [b]) => a - b);
};

const query = dialog.querySelector("[name=q]");
const count = dialog.querySelector("[role=status]");
const list = dialog.querySelector("ol");
const everywhere = () => `${searchPage}?${new URLSearchParams({ q: query.value.trim().slice(0, 300) })}`;

const result = (address, title, ...more) => {
  const link = element("a", "", title);
  link.href = address;
  const entry = element("li", "rel-search__result", link);
  if (more.length) entry.append(element("p", "rel-search__kind", more.join(" · ")));
  return entry;
};

const show = async () => {
  const words = query.value.trim();
  let found = [], said = "";
  try {
    found = words ? namesLike(await names(), words).slice(0, 8) : [];
    said = { 0: told.none, 1: told.one }[found.length] ?? told.many;
  } catch { said = told.failed; }
  if (words !== query.value.trim()) return; // more was typed meanwhile: that is answered
  const short = words.length > 40 ? `${words.slice(0, 40)}…` : words;
  const all = words ? [result(everywhere(), told.all.replace("{words}", () => short))] : [];
  list.replaceChildren(...found.map(([, [address, ...more]]) => result(new URL(address, home), ...more)), ...all);
  count.textContent = words ? said.replace("#", found.length) : "";
};

const open = () => {
  if (dialog.open) return;
  dialog.showModal();
  query.focus();
  query.select();
  names().catch(() => { count.textContent = told.failed; });
};

const opener = document.querySelector("[data-rel-open=search]");
opener.setAttribute("role", "button");
opener.setAttribute("aria-haspopup", "dialog");
opener.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a link still opens beside
  event.preventDefault();
  open();
});
opener.addEventListener("keydown", (event) => {
  if (event.key === " ") { event.preventDefault(); open(); }
});
dialog.querySelector("[data-rel-close]").addEventListener("click", () => dialog.close());
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
dialog.querySelector("form").addEventListener("submit", (event) => {
  event.preventDefault();
  location.assign(everywhere());
});
query.addEventListener("keydown", (event) => { if (event.key === "Escape") dialog.close(); });
query.addEventListener("input", show);
dialog.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [query, ...list.querySelectorAll("a")];
  const at = stops.indexOf(document.activeElement);
  if (at < 0) return;
  event.preventDefault();
  stops[Math.min(stops.length - 1, Math.max(0, at + (event.key === "ArrowDown" ? 1 : -1)))].focus();
});
