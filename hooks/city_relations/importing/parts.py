"""Several releases in one file, parted where each begins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from city_relations.importing.source import Kind, LeftOut, Source, length
from city_relations.importing.titles import LONG
from city_relations.importing.wordings import LABEL
from city_relations.language.words import say


def parted(source: Source) -> Iterator[Source]:
    """Yield the releases of a source: each begins with a label such as “Press release”.

    What stands above the first belongs to it; a label without a text below it begins none.
    """
    labels = [n for n, block in enumerate(source.blocks) if LABEL.fullmatch(block.text or "-")]
    starts: list[int] = []
    for n, end in zip(labels, [*labels[1:], len(source.blocks)], strict=False):
        if any(b.kind is Kind.TEXT and length(b.text) > LONG for b in source.blocks[n:end]):
            starts.append(n)
    if len(starts) < 2:  # noqa: PLR2004 - one text
        yield source
        return
    starts[0] = 0
    why = say("the file holds several releases, each a draft of its own: {n}", n=len(starts))
    for n, (start, end) in enumerate(zip(starts, [*starts[1:], len(source.blocks)], strict=True)):
        told = (*source.left_out, LeftOut(why)) if not n else ()
        blocks = source.blocks[start:end]
        yield replace(source, blocks=blocks, title="", left_out=told)
