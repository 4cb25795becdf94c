"""Lay the pictures of a tour out on one page, to be looked at side by side."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Caregiver Journal: every page and state</title>
<style>
body {{ margin: 28px; background: #F7F4EE; color: #2A2B2A; font: 16px/1.5 sans-serif }}
h1 {{ font-size: 1.7em }}
h2 {{ margin: 36px 0 12px; font-size: 1.15em }}
nav a {{ margin-right: 12px }}
.row {{ display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start }}
figure {{ margin: 0 }}
img {{ max-width: 100%; border: 1px solid #E2DBCF; border-radius: 8px }}
figcaption {{ color: #6A675F; font-size: 0.85em }}
a {{ color: #2F6B62 }}
</style>
<h1>Every page and state</h1>
<nav>{contents}</nav>
{rows}
</html>
"""
_ROW = '<h2 id="{name}">{words}</h2>\n<div class="row">\n{pictures}\n</div>'
_PICTURE = (
    '<figure><a href="{file}"><img src="{file}" width="480" alt="{alt}"></a>'
    "<figcaption>{sight}</figcaption></figure>"
)


def write_index(folder: Path, states: Mapping[str, Iterable[str]]) -> Path:
    """Write ``index.html`` beside the pictures and return its path.

    Args:
        folder: where the pictures ``<state>-<sight>.png`` lie.
        states: the sights each state was photographed in, by the state's name, in their order.
    """
    contents = " ".join(f'<a href="#{escape(state)}">{escape(_say(state))}</a>' for state in states)
    rows = "\n".join(_row(state, sights) for state, sights in states.items())
    path = folder / "index.html"
    path.write_text(_PAGE.format(contents=contents, rows=rows), encoding="utf-8")
    return path


def _row(state: str, sights: Iterable[str]) -> str:
    pictures = "\n".join(
        _PICTURE.format(
            file=escape(f"{state}-{sight}.png"),
            alt=escape(f"{_say(state)}, {_say(sight)}"),
            sight=escape(_say(sight)),
        )
        for sight in sights
    )
    return _ROW.format(name=escape(state), words=escape(_say(state)), pictures=pictures)


def _say(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ")
    return words[:1].upper() + words[1:]
