"""The search's index, in pieces: what a reader's browser fetches to find, and nothing more.

Everything lies beside the page `/search/` (its address is in the catalogue):

- `names.json`: what the dialog knows at once: every page that is no press release, with all its
  names, and how a language writes one sound.
- `index.json`: fetched first. The facts of every document in its order (day, kind, language,
  partners, themes, in columns), the words nobody looks for, the months, and the pieces: for each,
  its first word and the versions of its two files.
- `words/N.json`: `[word, stems, postings]` in the order of the words; a posting is the gap from the
  last document times 32, and what the word weighs in this one, from 1 to 31 (BM25, `blocks.py`).
- `positions/N.json`: for the same words, document by document, how often it stands there, then
  where, as gaps; fetched for words in quotes only.
- `sheets/N.json`: title, address and text of two documents that follow each other.
- `spellings.json`: the words most often written, to propose one for a word that is nobody's.

A word is folded (`words.py`): small letters, no accents. The browser folds alike and needs no
stemmer: which words share a stem is known in the pieces. Documents keep their numbers as releases
are added: pages first, then releases from the oldest. They are read in blocks, blocks merged into
shelves, and shelves into pieces, each kept by what it is made of (`store.py`): a text changed is
read anew with its block, and its words are merged anew, as text (`postings.py`).
"""
