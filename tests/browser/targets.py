"""Which of the targets a reader sees stand too near one another (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

# A circle of 24 pixels about the middle of each, those in the frame too; a pair that touch is told.
CLOSE = """() => {
  const seen = [...document.querySelectorAll("body :is(a, button, summary, select, input)")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }))
    .map((one) => [one, one.getBoundingClientRect()]).filter(([, box]) => box.width);
  const middle = (box) => [box.x + box.width / 2, box.y + box.height / 2];
  const near = ([, a], [, b]) => {
    const [[x, y], [u, v]] = [middle(a), middle(b)];
    return Math.hypot(x - u, y - v) < 23.9;
  };
  return seen.flatMap((one, i) => seen.slice(i + 1).filter((other) => near(one, other))
    .map((other) => `${one[0].outerHTML.slice(0, 90)} / ${other[0].outerHTML.slice(0, 90)}`));
}"""
