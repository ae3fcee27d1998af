"""Puts a break in place of the running module's own code, so that whoever imported it by name has it too."""

import ast
import importlib
import sys
from types import CodeType, FunctionType, ModuleType

from .breaks import Break

OURS = ("pages", "tests")


def put_in_place(broken: Break) -> None:
    """Changes this process for good: for a process that ends after the tests."""
    module = importlib.import_module(".".join(broken.path.with_suffix("").parts))
    assigned = next((node for node in broken.tree.body if _assigns(node, broken.place)), None)
    if assigned:
        later = [node for node in broken.tree.body if isinstance(node, ast.Assign) and node.lineno >= assigned.lineno]
        _assign(module, later)
    else:
        code = compile(broken.tree, str(broken.path), "exec")
        _function(module, broken.place).__code__ = _code_of(code, broken.place)


def _assigns(node: ast.stmt, place: str) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == place


def _assign(module: ModuleType, nodes: list[ast.Assign]) -> None:
    """Assigns once more: what was changed, and what may be made of it further down."""
    before = dict(vars(module))
    exec(compile(ast.Module(list(nodes), []), module.__name__, "exec"), vars(module))
    others = [other for name, other in list(sys.modules.items()) if name.split(".")[0] in OURS]
    for name, value in list(vars(module).items()):
        for other in others:
            if name in before and before[name] is not value and vars(other).get(name) is before[name]:
                setattr(other, name, value)


def _function(module: ModuleType, place: str) -> FunctionType:
    """The plain function behind a name: below a property, a class method or a cache."""
    value = module
    for name in place.split("."):
        value = vars(value)[name]
    while not isinstance(value, FunctionType):
        value = next(getattr(value, name) for name in ("fget", "__func__", "__wrapped__") if hasattr(value, name))
    return value


def _code_of(code: CodeType, place: str) -> CodeType:
    inside = [part for part in code.co_consts if isinstance(part, CodeType)]
    return next(
        part if part.co_qualname == place else _code_of(part, place)
        for part in inside
        if part.co_qualname == place or place.startswith(f"{part.co_qualname}.")
    )
