"""The environment of the processes that proofs start."""

import os
from pathlib import Path

TESTS = Path(__file__).resolve().parent.parent
SOURCE = TESTS.parent / "src"


def environment(home: Path | None = None, **more: str) -> dict[str, str]:
    """Return an environment in which our rooms are found; with a home of its own where wanted."""
    env = dict(os.environ)
    for name in (
        "DISPLAY",
        "WAYLAND_DISPLAY",
        "DBUS_SESSION_BUS_ADDRESS",
        "PYTHONSTARTUP",
        "PYTHONDONTWRITEBYTECODE",
    ):
        env.pop(name, None)
    env |= {
        "PYTHONPATH": f"{TESTS}{os.pathsep}{SOURCE}",
        "QT_QPA_PLATFORM": "offscreen",
    }
    if home is not None:
        env |= _folders(home)
    return env | more


def _folders(home: Path) -> dict[str, str]:
    """Return the variables that put everything a program writes below one folder; make it all."""
    places = {
        "HOME": home,
        "TMPDIR": home / "tmp",
        "XDG_CACHE_HOME": home / ".cache",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_RUNTIME_DIR": home / "run",
    }
    for place in places.values():
        place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return {name: str(place) for name, place in places.items()}
