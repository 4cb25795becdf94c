"""Put drawings into a web page: each with names of its own, and nothing that reaches outside."""

import re
from html import escape

_TAG = re.compile(r"<[^<>]*>")
"""In files that matplotlib wrote, neither sign stands in a text or a value as it is."""

_NAME = re.compile(r' id="([^"]*)"')
_USE = re.compile(r'( xlink:href="#|url\(#)([^")]*)')
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
    bare = _STYLE.sub("", _LINK.sub("", whole[whole.index("<svg") :], count=1))
    used = {name for tag in _TAG.findall(bare) for _before, name in _USE.findall(tag)}

    def named(tag: re.Match[str]) -> str:
        kept = _NAME.sub(lambda name: f' id="{prefix}{name[1]}"' if name[1] in used else "", tag[0])
        return _USE.sub(rf"\g<1>{prefix}\g<2>", kept).replace(" xlink:href=", " href=")

    label = f'<svg role="img" aria-label="{escape(sentence)}"'
    return _TAG.sub(named, bare).replace("<svg", label, 1)
