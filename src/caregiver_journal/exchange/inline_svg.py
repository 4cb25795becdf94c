"""Put drawings into a web page: each with names of its own, and nothing that reaches outside."""

import re
from html import escape

_TAG = re.compile(r"<[^<>]*>")
"""In files that matplotlib wrote, neither sign stands in a text or a value as it is."""

_NAMES = re.compile(r'((?: id|href)="#?|url\(#)')
_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
_LINK = re.compile(r' xmlns:xlink="[^"]*"')


def inline(svg: bytes, prefix: str, sentence: str) -> str:
    """Return a drawing as a part of a page.

    Args:
        svg: a file that ``charts.picture.write_svg`` made.
        prefix: begins each of its names; no other drawing of the page has it.
        sentence: what there is to see.
    """
    whole = svg.decode()
    bare = _STYLE.sub("", whole[whole.index("<svg") :])
    named = _TAG.sub(lambda tag: _NAMES.sub(rf"\g<1>{prefix}", tag[0]), bare)
    label = f'<svg role="img" aria-label="{escape(sentence)}"'
    return _LINK.sub("", named, count=1).replace("xlink:href", "href").replace("<svg", label, 1)
