"""The program never talks to a network, nor asks the desktop to."""

from collections.abc import Iterator

import pytest
from support.source_tree import Module, judge, last_part, planted

FORBIDDEN_MODULES = (
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebChannel",
    "PySide6.QtWebEngineCore",
    "PySide6.QtWebEngineWidgets",
    "PySide6.QtWebSockets",
    "PySide6.QtWebView",
    "_socket",
    "aiohttp",
    "asyncio",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "multiprocessing.connection",
    "nntplib",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "websockets",
    "xmlrpc",
)
FORBIDDEN_NAMES = ("PySide6.QtGui.QDesktopServices", "PySide6.QtCore.QProcess.startDetached")
FORBIDDEN_CALLS = ("openUrl", "startfile")


def find_network(module: Module) -> Iterator[str]:
    for node, name in module.imports():
        if _is_within(name, FORBIDDEN_MODULES) or name in FORBIDDEN_NAMES:
            yield module.at(node, f"imports {name}")
    for call, called in module.calls():
        if last_part(called) in FORBIDDEN_CALLS or "QDesktopServices" in called:
            yield module.at(call, f"calls {called}")
        if last_part(called) in {"setOpenExternalLinks", "setOpenLinks"} and not _says_no(call):
            yield module.at(call, "lets Qt open links")
        if last_part(called) in {"__import__", "import_module"}:
            yield module.at(call, "imports what no reader can see")


def _is_within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)


def _says_no(call: object) -> bool:
    arguments = getattr(call, "args", [])
    return bool(arguments) and getattr(arguments[0], "value", True) is False


def test_nothing_talks_to_the_network() -> None:
    judge(find_network)


@pytest.mark.parametrize(
    "source",
    [
        "import socket",
        "import socket as plug",
        "from urllib.request import urlopen",
        "from urllib import request",
        "import urllib.request",
        "from http import client",
        "import webbrowser",
        "from PySide6 import QtNetwork",
        "from PySide6.QtNetwork import QTcpSocket",
        "from PySide6.QtGui import QDesktopServices",
        "from PySide6 import QtGui\nQtGui.QDesktopServices.openUrl('x')",
        "label.setOpenExternalLinks(True)",
        "label.setOpenExternalLinks(wanted)",
        "browser.setOpenLinks(True)",
        "os.startfile(path)",
        "__import__('socket')",
        "def late():\n    import ssl",
    ],
)
def test_a_planted_way_out_is_found(source: str) -> None:
    assert list(find_network(planted(source)))


@pytest.mark.parametrize(
    "source",
    ["from urllib.parse import quote", "label.setOpenExternalLinks(False)", "import httpcore_not"],
)
def test_what_is_harmless_passes(source: str) -> None:
    assert not list(find_network(planted(source)))
