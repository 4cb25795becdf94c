"""The least a window of PySide6 can be: an empty one."""

import sys

from PySide6.QtWidgets import QApplication, QWidget


def main() -> int:
    """Show an empty window."""
    app = QApplication(sys.argv)
    window = QWidget()
    window.resize(1200, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
