#!/usr/bin/env python3
"""Draws the pictures of docs/matching.md: docs/pictures/matching.py writes three SVG files beside itself."""
import pathlib

HERE = pathlib.Path(__file__).parent
STYLE = """<style>
  .paper { fill: #fdfbf7 } .ink { fill: #26313a; font: 15px system-ui, sans-serif } .small { font-size: 13px; fill: #55616b }
  .who { fill: #fff; stroke: #26313a; stroke-width: 1.5 } .pair { stroke: #1f6f5c; stroke-width: 4 }
  .wish { stroke: #b4532a; stroke-width: 2; stroke-dasharray: 6 5 } .move { stroke: #3d5a99; stroke-width: 2; fill: none; marker-end: url(#tip) }
</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="#3d5a99"/></marker></defs>"""


def line(kind, a, b):
    return f'<line class="{kind}" x1="{a[0] + 44}" y1="{a[1]}" x2="{b[0] - 44}" y2="{b[1]}"/>'


def person(name, at):
    return (f'<rect class="who" x="{at[0] - 44}" y="{at[1] - 16}" width="88" height="32" rx="16"/>'
            f'<text class="ink" text-anchor="middle" x="{at[0]}" y="{at[1] + 5}">{name}</text>')


def words(text, x, y):
    return f'<text class="ink small" text-anchor="middle" x="{x}" y="{y}">{text}</text>'


def picture(name, label, width, height, parts):
    body = "\n".join(parts)
    (HERE / f"{name}.svg").write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-label="{label}">\n'
        f'{STYLE}\n<rect class="paper" width="{width}" height="{height}" rx="8"/>\n{body}\n</svg>\n', encoding="utf-8")


def two_by_two(x, left, right, lines, under):
    at = {name: (x, 40 + 60 * n) for n, name in enumerate(left)} | {name: (x + 190, 40 + 60 * n) for n, name in enumerate(right)}
    return [line(kind, at[a], at[b]) for kind, a, b in lines] + [person(name, place) for name, place in at.items()] + [words(under, x + 95, 152)]


picture("matching-stable", "Stable, and the largest total", 660, 170,
        two_by_two(70, ["Omar", "Zara"], ["Sara", "Huda"], [("pair", "Omar", "Sara"), ("pair", "Zara", "Huda")], "stable: 10 + 2 = 12")
        + two_by_two(405, ["Omar", "Zara"], ["Sara", "Huda"], [("pair", "Omar", "Huda"), ("pair", "Zara", "Sara"), ("wish", "Omar", "Sara")], "welfare: 9 + 9 = 18"))

picture("matching-ties", "Ties drawn by lot, and used well", 660, 170,
        two_by_two(70, ["Zara", "Bilal"], ["Huda", "Sara"], [("pair", "Zara", "Sara"), ("wish", "Bilal", "Sara")], "by lot: Bilal has nobody")
        + two_by_two(405, ["Zara", "Bilal"], ["Huda", "Sara"], [("pair", "Zara", "Huda"), ("pair", "Bilal", "Sara")], "stable: both have somebody"))

picture("matching-event", "One leaves, one moves up, one gets a seat", 660, 190, [
    person("Sara", (150, 60)), person("Huda", (470, 60)),
    person("Amal", (60, 140)), person("Nida", (300, 140)), person("Bilal", (560, 140)),
    '<path class="move" d="M120 78 Q 95 95 74 122"/>', words("1 leaves", 58, 98),
    '<path class="move" d="M270 122 Q 235 80 198 66"/>', words("2 moves up, from Huda", 320, 96),
    '<path class="move" d="M548 122 Q 530 95 504 78"/>', words("3 gets the seat", 584, 98)])
