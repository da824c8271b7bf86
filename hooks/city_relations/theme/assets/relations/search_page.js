// The page that searches every text. What it fetches is told in search/__init__.py; what is asked stands in the
// page's address. Words and texts become part of the page as text alone.
import { apart, element, fold, names, namesLike, parted, searchPage, split } from "./search.js";

const LONGEST = 200, SHOWN = 10, GAP = 32, PASSAGE = 230;
const root = document.querySelector("[data-find]");
const say = root.dataset;
const home = new URL(say.home, location.href);
const form = root.querySelector("form");
const field = form.querySelector("[name=q]");
const facets = [...form.querySelectorAll("[data-facet]")];
const everything = form.querySelector("[data-all]");
const area = document.querySelector("[data-found]");
const [status, notes, list] = [".rel-found__count", "ul", "ol"].map((what) => area.querySelector(what));
const [also, part] = ["h2", "ol:last-of-type"].map((what) => area.querySelector(what));
const [more, again] = ["[data-more]", "[data-again]"].map((what) => area.querySelector(what));
const title = document.title;

const files = new Map();
const load = (path, version = "") => {
  if (!files.has(path)) {
    const url = new URL(path + (version && `?v=${version}`), searchPage);
    files.set(path, fetch(url).then((answer) => {
      if (!answer.ok) throw new Error(`${answer.status} ${path}`);
      return answer.json();
    }).catch((error) => { files.delete(path); throw error; }));
  }
  return files.get(path);
};

// The facts of every document, a column each.
const unrolled = (runs) => runs.flatMap((value, i) => (i % 2 ? [] : Array(runs[i + 1]).fill([value])));
let facts = null;
const index = async () => {
  if (facts) return facts;
  const told = await load("index.json");
  let day = 0;
  const starts = told.pieces.filter((_, i) => i % 3 === 0);
  const days = told.days.map((gap) => { day += gap; return day; });
  const iso = days.map((n) => (n ? new Date(Date.UTC(1900, 0, 1 + n)).toISOString().slice(0, 10) : ""));
  const held = (value) => (value === -1 ? [] : [value].flat());
  const columns = {
    kind: unrolled(told.kind), language: unrolled(told.language), year: iso.map((d) => (d ? [+d.slice(0, 4)] : [])),
    partner: told.partner.map(held), theme: told.theme.map(held),
  };
  const years = [...new Set(columns.year.flat())].sort((a, b) => b - a);
  const values = Object.fromEntries(Object.entries(told.values).map(([key, pairs]) => [key, pairs.map(([slug, label], i) => ({ i, slug, label }))]));
  values.year = years.map((year) => ({ i: year, slug: String(year), label: String(year) }));
  facts = { ...told, starts, iso, columns, values, common: new Set(told.common) };
  return facts;
};

// The entries of a word's piece, and of the next while words that begin alike go on there.
const pieces = async (word) => {
  const { starts, pieces: told } = await index();
  let at = starts.findLastIndex((first) => first <= word);
  if (at < 0) at = 0;
  const found = [];
  for (let i = at; i < starts.length && i < at + 3; i += 1) {
    if (i > at && !starts[i].startsWith(word.slice(0, 4))) break;
    found.push(load(`words/${i}.json`, told[3 * i + 1]).then((entries) => entries.map((entry, n) => ({ entry, piece: i, n }))));
  }
  return (await Promise.all(found)).flat();
};

const postings = ({ entry: [, , gaps] }, put) => {
  let doc = 0;
  for (const gap of gaps) {
    doc += Math.floor(gap / GAP);
    put(doc, gap % GAP);
  }
};

// The documents of some entries, each with the most that one of them weighs; the word itself weighs all.
const weighed = (entries, exact) => {
  const found = new Map();
  for (const one of entries) {
    const part = exact.has(one.entry[0]) ? 1 : 0.75;
    postings(one, (doc, weight) => found.set(doc, Math.max(found.get(doc) ?? 0, weight * part)));
  }
  return found;
};

const family = (all, these) => {
  const stems = new Set(these.flatMap(({ entry }) => entry[1].split(" ")));
  return all.filter(({ entry }) => entry[1].split(" ").some((stem) => stems.has(stem)));
};

// What a word finds: itself and what shares its stem, else what begins with it, else a stem it begins with.
const known = (all, word) => {
  const exact = all.filter(({ entry }) => entry[0] === word);
  if (exact.length) return family(all, exact);
  const longer = word.length > 1 ? all.filter(({ entry }) => entry[0].startsWith(word)) : [];
  return longer.length ? family(all, longer) : [];
};

const ending = (all, word) => {
  const stems = all.flatMap(({ entry }) => entry[1].split(" ")).filter((stem) => stem.length > 3 && word.startsWith(stem) && word.length - stem.length < 6);
  const longest = stems.sort((a, b) => b.length - a.length)[0];
  return longest ? all.filter(({ entry }) => entry[1].split(" ").includes(longest)) : [];
};

// The word somebody wrote that is nearest to one nobody wrote: a name before other words, the frequent before the rare.
const nearest = async (word, all) => {
  const [{ names: told, sounds }, spellings] = await Promise.all([names(), load("spellings.json", facts.spellings)]);
  const called = told.flatMap((entry) => [entry[1], ...entry.slice(3)]).flatMap((name) => parted(name).map(([one]) => one));
  const candidates = [...called, ...spellings.split(" "), ...all.map(({ entry }) => entry[0])];
  let best = Infinity, other = "", isName = false;
  candidates.forEach((candidate, i) => {
    const far = apart(word, fold(candidate), sounds) + (i < called.length ? 0 : 0.25);
    if (far < best) [best, other, isName] = [far, candidate, i < called.length];
  });
  return { other, isName };
};

const wordTerm = async (word, remarks) => {
  const all = await pieces(word);
  let found = known(all, word), exact = word;
  if (!found.length) {
    const { other, isName } = await nearest(word, all);
    const near = fold(other);
    if (other) found = known(await pieces(near), near);
    if (!found.length) found = ending(all, word);
    if (found.length) exact = near;
    const instead = other && found.some(({ entry }) => entry[0] === near) ? other : found[0]?.entry[0];
    const plural = near && !isName && word.startsWith(near); // an ending nobody wrote needs no remark
    if (!plural) remarks.push(instead ? { word, other: instead } : { word });
  }
  return { found: weighed(found, new Set([exact])), marks: found.map(({ entry }) => entry[0]) };
};

// Words in quotes: documents where they follow each other; of words nobody looks for, the place alone counts.
const phraseTerm = async (words) => {
  const { pieces: told, common } = await index();
  const asked = words.map((word, i) => [word, i]).filter(([word]) => !common.has(word));
  const places = await Promise.all(asked.map(async ([word, i]) => {
    const one = (await pieces(word)).find(({ entry }) => entry[0] === word);
    if (!one) return new Map();
    const positions = (await load(`positions/${one.piece}.json`, told[3 * one.piece + 2]))[one.n];
    const found = new Map();
    let at = 0;
    postings(one, (doc, weight) => {
      let place = -i;
      const starts = new Set(positions.slice(at + 1, at + 1 + positions[at]).map((gap) => { place += gap; return place; }));
      at += 1 + positions[at];
      found.set(doc, [weight, starts]);
    });
    return found;
  }));
  const found = new Map();
  for (const [doc, [weight, starts]] of places[0] ?? []) {
    if ([...starts].some((start) => places.every((one) => one.get(doc)?.[1].has(start)))) found.set(doc, weight);
  }
  return { found, marks: asked.map(([word]) => word) };
};

// A day, a month or a year: first what is of that date, then what speaks of it.
const dateTerm = async ({ from, words }) => {
  const found = new Map(), { iso } = await index();
  const spoken = await Promise.all(words.map(async (word) => weighed((await pieces(word)).filter(({ entry }) => entry[0] === word), new Set([word]))));
  const [first, ...others] = spoken;
  for (const [doc, weight] of first) if (others.every((one) => one.has(doc))) found.set(doc, weight / 4);
  iso.forEach((day, doc) => { if (day.startsWith(from)) found.set(doc, 40); });
  return { found, marks: words };
};

const two = (n) => String(n).padStart(2, "0");
const isYear = (word) => /^(19|20)\d\d$/.test(word);
const isDay = (word) => /^(0?[1-9]|[12]\d|3[01])(er|st|nd|rd|th)?$/.test(word);

// The parts of a query: words in quotes, dates, and single words.
const understood = (text, { months, common }) => {
  const phrases = [];
  const bare = text.replace(/["“”„«»]([^"“”„«»]*)["“”„«»]/gu, (_, inside) => { phrases.push(split(inside)); return " "; });
  const dates = [];
  const dated = bare.replace(/\b(\d{4})-(\d\d)-(\d\d)\b|\b(\d\d?)[/.](\d\d?)[/.](\d{4})\b/gu, (_, y, m, d, day, month, year) => {
    dates.push({ from: y ? `${y}-${m}-${d}` : `${year}-${two(month)}-${two(day)}`, words: [y ?? year] });
    return " ";
  });
  const words = split(dated);
  const rest = [];
  for (let i = 0; i < words.length; i += 1) {
    const month = (at) => (Object.hasOwn(months, words[at]) ? months[words[at]] : 0);
    if (isDay(words[i]) && month(i + 1) && isYear(words[i + 2] ?? "")) {
      dates.push({ from: `${words[i + 2]}-${two(month(i + 1))}-${two(parseInt(words[i], 10))}`, words: words.slice(i, i + 3) });
      i += 2;
    } else if (month(i) && isYear(words[i + 1] ?? "")) {
      dates.push({ from: `${words[i + 1]}-${two(month(i))}`, words: words.slice(i, i + 2) });
      i += 1;
    } else if (isYear(words[i])) dates.push({ from: words[i], words: [words[i]] });
    else rest.push(words[i]);
  }
  const telling = rest.filter((word) => !common.has(word));
  const alone = phrases.filter((words) => words.length);
  return { phrases: alone, dates, words: [...new Set(telling)].slice(0, 12) };
};

const terms = async (text, remarks) => {
  const asked = understood(text, await index());
  return Promise.all([
    ...asked.phrases.slice(0, 4).map(phraseTerm),
    ...asked.dates.slice(0, 4).map(dateTerm),
    ...asked.words.map((word) => wordTerm(word, remarks)),
  ]);
};

// Pages called just what is asked, once what was mistyped is put right, and those whose name begins so.
const pinned = (called, text, remarks) => {
  if (namesLike(called, text)[0]?.[0] === 0) remarks.length = 0; // a page is called so: nothing was mistyped
  const right = new Map(remarks.filter(({ other }) => other).map(({ word, other }) => [word, other]));
  const meant = split(text).map((word) => right.get(word) ?? word).join(" ");
  const best = [text, meant].flatMap((words) => namesLike(called, words)).filter(([how]) => how <= 1 && meant.length > 2);
  return new Map(best.map(([how, entry]) => [called.names.indexOf(entry), how ? 500 : 1000]));
};

// Every document with how many terms it holds and what it weighs; a page called just what is asked comes first.
const scored = (told, called, { iso }) => {
  const found = new Map();
  for (const term of told) {
    const rare = Math.log(1 + (iso.length - term.found.size + 0.5) / (term.found.size + 0.5));
    for (const [doc, weight] of term.found) {
      const one = found.get(doc) ?? { doc, terms: 0, score: 0 };
      one.terms += 1;
      one.score += weight * (0.1 + rare);
      found.set(doc, one);
    }
  }
  for (const one of found.values()) one.score = Math.round(one.score * 2) / 2;
  for (const [doc, score] of called) {
    const held = found.get(doc) ?? { doc, score: 0 };
    found.set(doc, { ...held, terms: told.length, score: held.score + score });
  }
  return [...found.values()].sort((a, b) => b.terms - a.terms || b.score - a.score
    || iso[b.doc].localeCompare(iso[a.doc]) || a.doc - b.doc);
};

const asked = () => {
  const query = new URLSearchParams(location.search);
  return { q: query.get("q") ?? "", chosen: Object.fromEntries(facets.map((one) => [one.dataset.facet, query.get(one.name) ?? ""])) };
};

const fits = (doc, chosen, { columns, values }, except = "") => Object.entries(chosen).every(([key, slug]) => {
  if (!slug || key === except) return true;
  const value = values[key].find((one) => one.slug === slug);
  return Boolean(value) && columns[key][doc].includes(value.i);
});

// Each choice with how many results it leaves.
const offer = (found, chosen, told) => {
  for (const facet of facets) {
    const key = facet.dataset.facet, counts = new Map();
    for (const { doc } of found) {
      if (fits(doc, chosen, told, key)) for (const value of told.columns[key][doc]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const offered = told.values[key].filter(({ i, slug }) => counts.has(i) || slug === chosen[key]);
    const first = facet.options[0];
    facet.replaceChildren(first, ...offered.map(({ i, slug, label }) => new Option(`${label} (${counts.get(i) ?? 0})`, slug)));
    facet.value = chosen[key];
    if (facet.selectedIndex < 0) facet.value = "";
    facet.parentElement.hidden = offered.length < 2 && !chosen[key];
  }
  everything.hidden = !Object.values(chosen).some(Boolean);
  form.dataset.offered = "";
};

const marked = (text, marks) => {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const [word, start] of parted(text)) {
    if (start < at || !marks.has(fold(word))) continue;
    out.append(text.slice(at, start), element("mark", "", word));
    at = start + word.length;
  }
  out.append(text.slice(at));
  return out;
};

// The summary where it says as much of what is asked, else the part of the text that says most of it.
const passage = (summary, text, marks) => {
  const said = (words) => new Set(words.map(([word]) => fold(word)).filter((word) => marks.has(word)));
  const places = parted(text).filter(([word]) => marks.has(fold(word)));
  let best = [0, 0];
  for (const [, start] of places.slice(0, 200)) {
    const held = said(places.filter(([, at]) => at >= start && at < start + PASSAGE)).size;
    if (held > best[0]) best = [held, start];
  }
  if (summary && said(parted(summary)).size >= best[0]) return summary;
  let from = Math.max(0, best[1] - 60);
  if (from) from = text.indexOf(" ", from) + 1;
  const whole = text.slice(from, from + PASSAGE);
  const end = from + PASSAGE < text.length;
  return (from ? "… " : "") + (end ? `${whole.replace(/\s\S*$/u, "")} …` : whole);
};

const result = async (doc, marks, told) => {
  const at = Math.floor(doc / told.sheet);
  const sheet = await load(`sheets/${at}.json`, told.sheets[Math.floor(at / told.block)]);
  const [name, address, called, day, summary, text] = sheet[doc % told.sheet];
  const link = element("a", "", marked(name, marks));
  link.href = new URL(address, home);
  const entry = element("li", "rel-search__result", element("h2", "", link));
  const kind = told.values.kind[told.columns.kind[doc][0]].label;
  entry.append(element("p", "rel-search__kind", marked([kind, day, called].filter(Boolean).join(" · "), marks)));
  const shown = passage(summary, text, marks);
  if (shown) entry.append(element("p", "rel-search__text", marked(shown, marks)));
  const language = told.values.language[told.columns.language[doc][0]].slug;
  if (language !== document.documentElement.lang) entry.lang = language;
  return entry;
};

const quoted = (words) => say.quoted.replace("{words}", () => words);
const told = (sentence, values) => sentence.replace(/\{(\w+)\}/gu, (_, name) => values[name] ?? "");
const many = (n) => (n === 0 ? say.none : n === 1 ? say.one : told(say.many, { n: n.toLocaleString(document.documentElement.lang) }));

const note = (remarks, cut) => {
  const lines = remarks.map(({ word, other }) => (other ? told(say.instead, { word, other }) : told(say.unknown, { word })));
  if (cut) lines.unshift(told(say.cut, { n: LONGEST }));
  notes.replaceChildren(...lines.map((line) => element("li", "", line)));
  notes.hidden = !lines.length;
};

let turn = 0;
const find = async (shown = SHOWN) => {
  const mine = (turn += 1);
  const { q, chosen } = asked();
  const text = q.slice(0, LONGEST).trim(), cut = q.trim().length > LONGEST;
  field.value = q;
  document.title = text ? `${quoted(text.slice(0, 60))} · ${title}` : title;
  again.hidden = true;
  const filtered = Object.values(chosen).some(Boolean);
  if (!text && !filtered) {
    [status.textContent, more.hidden, everything.hidden] = ["", true, true];
    list.replaceChildren();
    [also.hidden, part.hidden] = [true, true];
    note([], false);
    offer([...(await index()).iso.keys()].map((doc) => ({ doc })), chosen, facts);
    return;
  }
  status.textContent = say.loading;
  const remarks = [], facets_ = await index();
  const [found, called] = await Promise.all([terms(text, remarks), names()]);
  const all = found.length ? scored(found, pinned(called, text, remarks), facets_)
    : text ? [] : [...facets_.iso.keys()].reverse().map((doc) => ({ doc, terms: 0 }));
  if (mine !== turn) return;
  const whole = all.filter((one) => one.terms === found.length);
  const some = whole.length ? whole : all;
  offer(some, chosen, facets_);
  const kept = some.filter(({ doc }) => fits(doc, chosen, facets_));
  const rest = whole.length && whole.length < SHOWN ? all.slice(whole.length).filter(({ doc, terms: held }) => held === found.length - 1 && fits(doc, chosen, facets_)) : [];
  const marks = new Set(found.flatMap((term) => term.marks));
  const drawn = (some_) => Promise.all(some_.map(({ doc }) => result(doc, marks, facets_)));
  const [entries, others] = await Promise.all([drawn(kept.slice(0, shown)), drawn(rest.slice(0, SHOWN))]);
  if (mine !== turn) return;
  list.replaceChildren(...entries);
  part.replaceChildren(...others);
  [also.hidden, part.hidden] = [!others.length, !others.length];
  note(remarks, cut);
  const nothing = text && !found.length;
  status.textContent = nothing ? say.nothing : whole.length || !kept.length ? many(kept.length) : `${say.fewer} ${many(kept.length)}.`;
  more.hidden = kept.length <= shown;
  history.replaceState({ shown }, "");
};

const run = async (shown) => {
  area.setAttribute("aria-busy", "true");
  try { await find(shown); } catch (error) {
    status.textContent = say.failed;
    [again.hidden, more.hidden] = [false, true];
    console.warn(error.message);
  }
  area.removeAttribute("aria-busy");
};

const go = () => {
  const query = new URLSearchParams();
  const text = field.value.trim().slice(0, 2000);
  if (text) query.set("q", text);
  for (const facet of facets) if (facet.value) query.set(facet.name, facet.value);
  const address = query.size ? `?${query}` : location.pathname;
  if (address !== (location.search || location.pathname)) history.pushState({ shown: SHOWN }, "", address);
  return run(SHOWN);
};

form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
form.addEventListener("change", (event) => { if (event.target !== field) go(); });
everything.addEventListener("click", () => {
  for (const facet of facets) facet.value = "";
  field.focus();
  go();
});
again.addEventListener("click", () => run(SHOWN));
more.addEventListener("click", async () => {
  const at = list.children.length;
  await run(at + SHOWN);
  list.children[at]?.querySelector("a").focus();
});
addEventListener("popstate", ({ state }) => run(state?.shown ?? SHOWN));
run(history.state?.shown ?? SHOWN);
