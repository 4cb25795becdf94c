"""The log holds ids, counts and durations, and never a word of what somebody wrote."""

import ast
from collections.abc import Iterator

import pytest
from support.source_tree import Module, judge, last_part, planted

METHODS = {"debug", "info", "warning", "warn", "error", "critical", "exception", "log"}
SAFE = (
    "bytes",
    "code",
    "count",
    "errno",
    "id",
    "kind",
    "level",
    "line",
    "number",
    "place",
    "places",
    "seconds",
    "version",
)
"""What the last word of a logged name may be."""
EXPLAINED = {("base/log.py", "description"), ("base/log.py", "category")}
"""Other names, which hold no text there: types and places of errors, categories of Qt."""
SAFE_CALLS = ("len", "describe")
PRINTERS = ("cli/", "app.py")


def find_text_in_logs(module: Module) -> Iterator[str]:
    logs = {"logging", "log", "logger", *_named_logs(module)}
    for call, called in module.calls():
        owner, _dot, method = called.rpartition(".")
        if method not in METHODS:
            continue
        if last_part(owner).lower().lstrip("_") in logs or "getLogger(" in owner:
            yield from (module.at(call, fault) for fault in _faults(call, method, module.place))


def _named_logs(module: Module) -> Iterator[str]:
    for node in module.nodes():
        if isinstance(node, ast.Assign) and "getLogger(" in ast.unparse(node.value):
            yield from (last_part(ast.unparse(t)).lower().lstrip("_") for t in node.targets)


def _faults(call: ast.Call, method: str, place: str) -> Iterator[str]:
    if method == "exception":
        yield "logging.exception writes the message of the error"
    yield from (f"{named.arg}= is passed to the log" for named in call.keywords)
    arguments = call.args[1:] if method == "log" else call.args
    if not arguments:
        yield "a log call without a message"
        return
    if not (isinstance(arguments[0], ast.Constant) and isinstance(arguments[0].value, str)):
        yield "the message is not a constant"
    for argument in arguments[1:]:
        if not _is_safe(argument) and (place, ast.unparse(argument)) not in EXPLAINED:
            yield f"logs {ast.unparse(argument)}"


def _is_safe(value: ast.expr) -> bool:
    match value:
        case ast.Constant(value=int() | float()):
            return True
        case ast.Name(id=name) | ast.Attribute(attr=name) if name != "__name__":
            return name.lower().rsplit("_", 1)[-1] in SAFE
        case ast.Attribute(value=ast.Call(func=ast.Name(id="type")), attr="__name__"):
            return True
        case ast.Call(func=ast.Name(id=name)):
            return name in SAFE_CALLS
        case ast.BinOp(left=left, right=right):
            return _is_safe(left) and _is_safe(right)
    return False


def find_prints(module: Module) -> Iterator[str]:
    if module.place.startswith(PRINTERS):
        return
    for call, called in module.calls():
        if called in {"print", "pprint", "traceback.print_exc", "traceback.print_exception"}:
            yield module.at(call, f"calls {called}")
        if called in {"sys.stdout.write", "sys.stderr.write", "warnings.warn"}:
            yield module.at(call, f"calls {called}")


def test_no_text_is_logged() -> None:
    judge(find_text_in_logs)


def test_nothing_is_printed_but_by_the_command_line() -> None:
    judge(find_prints)


@pytest.mark.parametrize(
    "source",
    [
        "_LOG.info('saved %s', entry)",
        "_LOG.info('saved %s', entry.note)",
        "_log.warning('failed: %s', error)",
        "_log.warning('failed: %s', str(error))",
        "log.error(f'failed {count}')",
        "logger.error('failed ' + place)",
        "logging.info(message)",
        "logging.exception('failed')",
        "_LOG.error('failed', exc_info=True)",
        "_LOG.error('failed', extra={'note': note})",
        "self._log.debug('%s', self._field.text())",
        "logging.getLogger(__name__); logger.log(10, note)",
        "_LOG.info('%s', type(error).__doc__)",
        "_LOG.info('%s', path.name)",
        "_LOG.info('%s', tag.__name__)",
        "logging.getLogger(__name__).info('%s', note)",
        "_TROUBLE = logging.getLogger(__name__)\n_TROUBLE.info('%s', note)",
    ],
)
def test_a_planted_word_in_the_log_is_found(source: str) -> None:
    assert list(find_text_in_logs(planted(source)))


@pytest.mark.parametrize(
    "source",
    [
        "_LOG.info('purged count=%d', count)",
        "_LOG.warning('not written, code=%s', error.errno)",
        "_log.error('version %s: %s', version, type(error).__name__)",
        "_LOG.info('found %d in %.1f s', len(entries), work.seconds)",
        "math.log(note)",
        "catalog.info(note)",
    ],
)
def test_ids_counts_and_durations_pass(source: str) -> None:
    assert not list(find_text_in_logs(planted(source)))


@pytest.mark.parametrize("source", ["print(note)", "sys.stderr.write(note)"])
def test_a_planted_print_is_found_outside_the_command_line(source: str) -> None:
    assert list(find_prints(planted(source)))
    assert not list(find_prints(planted(source, "cli/commands.py")))
