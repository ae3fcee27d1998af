"""The breaks of a module: copies of its syntax tree, each with one small change in a rule or in a constant."""

import ast
import copy
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

COMPARISONS = {
    ast.Lt: (ast.LtE, ast.GtE), ast.LtE: (ast.Lt, ast.Gt), ast.Gt: (ast.GtE, ast.LtE), ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,), ast.NotEq: (ast.Eq,), ast.Is: (ast.IsNot,), ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,), ast.NotIn: (ast.In,),
}  # fmt: skip
ARITHMETIC = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult, ast.Pow: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
}  # fmt: skip
OPPOSITES = {"min": "max", "max": "min", "any": "all", "all": "any"}
COUNT = re.compile(r"(?<=[{,])[0-9]+(?=[,}])")  # how often, in a pattern: {5,}
LONGEST_WORDS = 120


class Break(NamedTuple):
    """One change: the function or constant it is in, what it changes, and the module's tree with it."""

    path: Path
    place: str
    line: int
    change: str
    tree: ast.Module

    @property
    def key(self) -> str:
        """Its name in `survivors.txt`: without the line, which moves with every edit above it."""
        return f"{self.path} {self.place}: {self.change}"


def breaks_of(path: Path) -> Iterator[Break]:
    """Every break of the module at `path`, in the order of its lines."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for place, node in _places(tree):
        for parent, field, at in list(_slots(node)):
            old = _get(parent, field, at)
            for new in _others(old):
                shown = parent if isinstance(old, ast.Constant | ast.Name) else old
                before = _words(shown)
                with _exchanged(parent, field, at, new):
                    after = _words(shown if shown is parent else new)
                    broken = ast.fix_missing_locations(copy.deepcopy(tree))
                yield Break(path, place, old.lineno, _change(before, after), broken)


def _places(tree: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    """The functions, methods and assigned names of a module: what can be put in place of what it has."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for part in node.body:
                if isinstance(part, ast.FunctionDef):
                    yield f"{node.name}.{part.name}", part
        elif isinstance(node, ast.Assign):
            yield ast.unparse(node.targets[0]), node


def _slots(node: ast.AST) -> Iterator[tuple[ast.AST, str, int | None]]:
    """Where the parts of a rule hang in its tree; what says of which type they are is no rule."""
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "args", "decorator_list", "targets", "target"} and not _is_call(node):
            continue
        for at, part in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(part, ast.expr | ast.stmt):
                yield node, field, at
            if isinstance(part, ast.expr | ast.stmt | ast.comprehension | ast.keyword):
                yield from _slots(part)


def _is_call(node):
    return isinstance(node, ast.Call)


def _others(node: ast.AST) -> Iterator[ast.AST]:  # noqa: C901 (one case for each kind of node)
    """What can stand in a node's place."""
    match node:
        case ast.Compare():
            for at, sign in enumerate(node.ops):
                for other in COMPARISONS[type(sign)]:
                    yield _with(node, ops=[*node.ops[:at], other(), *node.ops[at + 1 :]])
        case ast.BoolOp():
            yield _with(node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())
            for at in range(len(node.values)):
                rest = [*node.values[:at], *node.values[at + 1 :]]
                yield _with(node, values=rest) if len(rest) > 1 else rest[0]
        case ast.BinOp() | ast.AugAssign() if type(node.op) in ARITHMETIC:
            yield _with(node, op=ARITHMETIC[type(node.op)]())
            if isinstance(node, ast.AugAssign):
                yield ast.Pass()
        case ast.UnaryOp(op=ast.Not() | ast.USub()):
            yield node.operand
        case ast.Name(id="min" | "max" | "any" | "all"):
            yield ast.Name(OPPOSITES[node.id], ast.Load())
        case ast.Constant(value=bool()):
            yield ast.Constant(not node.value)
        case ast.Constant(value=int() | float()):
            yield ast.Constant(node.value + 1)
            yield ast.Constant(node.value - 1)
        case ast.Constant(value=str()):
            for count in COUNT.finditer(node.value):
                for other in {int(count[0]) + 1, max(0, int(count[0]) - 1)} - {int(count[0])}:
                    yield ast.Constant(f"{node.value[: count.start()]}{other}{node.value[count.end() :]}")
        case ast.Tuple(ctx=ast.Load()) | ast.List(ctx=ast.Load()) | ast.Set() if len(node.elts) > 1:
            for at in range(len(node.elts)):
                yield _with(node, elts=[*node.elts[:at], *node.elts[at + 1 :]])
        case ast.If() | ast.IfExp() | ast.While() if not isinstance(node.test, ast.Compare | ast.BoolOp):
            yield _with(node, test=_negated(node.test))
        case ast.Return(value=ast.expr()) if ast.unparse(node.value) not in {"None", "False"}:
            yield _with(node, value=ast.Constant(None))
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.Continue() | ast.Break():
            yield ast.Pass()
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            for at, part in enumerate(node.generators):
                if part.ifs:
                    every = _with(part, ifs=[])
                    yield _with(node, generators=[*node.generators[:at], every, *node.generators[at + 1 :]])


def _with(node, **fields):
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _negated(test):
    return test.operand if isinstance(test, ast.UnaryOp) else ast.UnaryOp(ast.Not(), test)


def _change(before: str, after: str) -> str:
    """Both as words; of what is long only what is about the first difference."""
    at = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    if max(len(before), len(after)) <= LONGEST_WORDS:
        return f"{before} → {after}"
    return " → ".join(f"…{words[max(0, at - 30) : at + 20]}…" for words in (before, after))


def _words(node: ast.AST) -> str:
    return ast.unparse(node).strip().partition("\n")[0]


def _get(parent, field, at):
    value = getattr(parent, field)
    return value if at is None else value[at]


@contextmanager
def _exchanged(parent, field, at, new):
    """With `new` at one place of the tree; afterwards it is as it was."""
    old = getattr(parent, field)
    setattr(parent, field, new if at is None else [*old[:at], new, *old[at + 1 :]])
    yield
    setattr(parent, field, old)
