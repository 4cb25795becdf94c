"""The least a window of PySide6 can be that shows what any window shows: a word, a field, a button.

An entirely empty one loads no font and no style, which no program can do without. It is shown with
``--empty``, to be told beside.
"""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget


def main() -> int:
    """Show the window."""
    app = QApplication(sys.argv)
    window = QWidget()
    if "--empty" not in sys.argv:
        column = QVBoxLayout(window)
        column.addWidget(QLabel("Welcome back"))
        column.addWidget(QLineEdit())
        column.addWidget(QPushButton("Unlock"))
    window.resize(1200, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
