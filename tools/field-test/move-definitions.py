"""Moves definitions of a Python repository to new modules, so that a migration can be proved by the repository's own tests.

    python3 tools/field-test/move-definitions.py CHECKOUT ROOT PACKAGE [--phase 3] [--shapes]

Of each module below ROOT/PACKAGE those functions, classes and constants move to `moved_<module>` beside it that other files
name, and that need nothing which stays behind. The old module takes them back by an import at the place of each definition,
every second one under a new name. With --shapes functions of two or three plain parameters stay, and the new module has
one that takes them by keyword. CHECKOUT/ssot.json says all that, and everything is committed.
"""
import argparse
import ast
import json
import re
import subprocess
import symtable
from pathlib import Path

SELF_AWARE = {"__name__", "__file__", "__doc__", "__package__", "__spec__", "__path__", "globals", "locals", "vars", "__all__", "_getframe", "stacklevel"}
SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
WORD = re.compile(r"[A-Za-z_]\w*")


class Module:
    """One file: its definitions at the top, the statements that import, and what each of them needs."""

    def __init__(self, path, name):
        self.path, self.name = path, name
        self.text = path.read_text(encoding="utf8")
        self.lines = self.text.splitlines(keepends=True)
        self.tree = ast.parse(self.text)
        bound = {}
        for node in self.tree.body:
            for each in names_bound(node):
                bound.setdefault(each, []).append(node)
        self.imports = {n: nodes[0] for n, nodes in bound.items() if all(is_import(each) for each in nodes) and len(nodes) == 1}
        self.definitions = {n: nodes[0] for n, nodes in bound.items() if len(nodes) == 1 and is_definition(nodes[0])}
        self.bound = set(bound)
        rebound = {each for table in tables(symtable.symtable(self.text, str(path), "exec")) for each in table.get_identifiers() if table.lookup(each).is_declared_global()}
        self.definitions = {n: node for n, node in self.definitions.items() if n not in rebound}

    def source(self, node):
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
        return "".join(self.lines[first - 1 : node.end_lineno])

    def acts(self):
        """Whether importing it does something: a call at its top."""
        return any(isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) for node in self.tree.body)

    def needs(self, node):
        """Names of this module that the statement may use; strings count word by word."""
        words = set()
        for each in ast.walk(node):
            if isinstance(each, ast.Name):
                words.add(each.id)
            elif isinstance(each, ast.Attribute):
                words.update({each.attr} & SELF_AWARE)
            elif isinstance(each, ast.keyword):
                words.update({each.arg} & SELF_AWARE)
            elif isinstance(each, ast.Constant) and isinstance(each.value, str) and len(each.value) < 200:
                words.update(WORD.findall(each.value))
        return words & (self.bound | SELF_AWARE)

    def closure(self, name):
        """The definitions that have to move with `name`, or nothing where something can't."""
        found, todo = [], [name]
        while todo:
            each = todo.pop()
            if each in found:
                continue
            if each not in self.definitions or len(found) > 6:
                return None
            needs = self.needs(self.definitions[each])
            if needs & SELF_AWARE:
                return None
            found.append(each)
            todo += [need for need in needs if need not in self.imports and need not in found]
        return found


def tables(table):
    yield table
    for child in table.get_children():
        yield from tables(child)


def names_bound(node):
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [node.name]
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name.split(".")[0] for alias in node.names]
    return sorted({each for part in walk_scope(node) for each in own_names(part)})


def walk_scope(node):
    """The node and all below it that bind names where the node does."""
    todo = [node]
    for each in todo:
        yield each
        if each is node or not isinstance(each, SCOPES):
            todo += ast.iter_child_nodes(each)


def own_names(part):
    if isinstance(part, ast.Name) and isinstance(part.ctx, (ast.Store, ast.Del)):
        return [part.id]
    if isinstance(part, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        return [part.name]
    if isinstance(part, (ast.Import, ast.ImportFrom)):
        return [alias.asname or alias.name.split(".")[0] for alias in part.names]
    if isinstance(part, ast.ExceptHandler) and part.name:
        return [part.name]
    return []


def is_import(node):
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return True
    if isinstance(node, ast.If) and ast.unparse(node.test).removeprefix("typing.").removeprefix("t.") == "TYPE_CHECKING":
        return all(is_import(each) for each in [*node.body, *node.orelse])
    return False


def is_definition(node):
    if isinstance(node, ast.Assign):
        return len(node.targets) == 1 and isinstance(node.targets[0], ast.Name) and not node.targets[0].id.startswith("__") and node.targets[0].id != "TYPE_CHECKING"
    if isinstance(node, ast.AnnAssign):
        return isinstance(node.target, ast.Name) and node.value is not None
    return isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) and not node.name.startswith("__") and node.name != "__getattr__"


def renamed(name):
    """A new name in the style of the old one."""
    if name.isupper():
        return f"{name}_MOVED"
    return f"Moved{name}" if name[0].isupper() else f"moved_{name.lstrip('_')}"


def plain_parameters(node):
    """The parameters of a function that takes two or three, all of them plain, or nothing."""
    if not isinstance(node, ast.FunctionDef) or node.decorator_list:
        return None
    a = node.args
    if a.vararg or a.kwarg or a.kwonlyargs or a.posonlyargs or a.defaults or not 1 < len(a.args) < 4:
        return None
    return [each.arg for each in a.args]


def move(module, wanted, shapes, fresh):
    """Writes the new module and the old one; gives (old name, new name, rewrites) of what other files name."""
    moved, result = {}, []
    for name in sorted(wanted, key=lambda each: module.definitions[each].lineno if each in module.definitions else 0):
        names = module.closure(name) if name in module.definitions else None
        if names is None:
            continue
        moved.update(dict.fromkeys(names))
    if not moved:
        return []
    order = sorted(moved, key=lambda each: module.definitions[each].lineno)
    kept_shapes, news = {}, {}
    for count, name in enumerate(order):
        parameters = plain_parameters(module.definitions[name])
        if shapes and parameters and name in wanted:
            kept_shapes[name] = parameters
        news[name] = renamed(name) if name in kept_shapes or (count % 2 and name in wanted) else name
    if set(news.values()) & (module.bound - set(order)):
        return []
    needed = {need for name in order for need in module.needs(module.definitions[name])}
    needed |= {need for name in needed & module.imports.keys() for need in module.needs(module.imports[name])}
    imports = sorted({module.imports[need] for need in needed if need in module.imports}, key=lambda each: each.lineno)
    future = [each for each in module.tree.body if isinstance(each, ast.ImportFrom) and each.module == "__future__"]
    own_checking = "TYPE_CHECKING = False\n" if "TYPE_CHECKING" in needed - module.imports.keys() else ""
    text = "".join([*[module.source(each) for each in future], own_checking, *[module.source(each) for each in imports if each not in future]])
    edits = []
    for name in order:
        node = module.definitions[name]
        source = module.source(node)
        if name in kept_shapes:
            p = kept_shapes[name]
            text += f"\n\n{source}\n\ndef {news[name]}(*, {', '.join(p)}):\n    return {name}({', '.join(p)})\n"
            edits.append((node, f"from {fresh} import {name} as old_{news[name]}\n\n\ndef {name}({', '.join(p)}):\n    return old_{news[name]}({', '.join(p)})\n"))
            call = ", ".join(f"${each}" for each in p)
            result.append((name, news[name], [{"from": f"{name}({call})", "to": f"{news[name]}({', '.join(f'{each}=${each}' for each in reversed(p))})"}]))
            continue
        text += f"\n\n{source}"
        if news[name] != name:
            text += f"\n\n{news[name]} = {name}\n"
        edits.append((node, f"from {fresh} import {news[name]}{f' as {name}' if news[name] != name else ''}\n"))
        if name in wanted:
            result.append((name, news[name], None))
    lines = list(module.lines)
    for node, replacement in edits:
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", []))])
        lines[first - 1] = replacement
        for index in range(first, node.end_lineno):
            lines[index] = ""
    (module.path.parent / f"{fresh.rpartition('.')[2]}.py").write_text(text, encoding="utf8")
    module.path.write_text("".join(lines), encoding="utf8")
    return result


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("checkout", type=Path)
    parser.add_argument("root")
    parser.add_argument("package")
    parser.add_argument("--phase", type=int, default=3)
    parser.add_argument("--shapes", action="store_true")
    options = parser.parse_args()
    root = options.checkout / options.root
    files = [path for path in options.checkout.rglob("*.py") if ".git" not in path.parts]
    words = {path: set(WORD.findall(path.read_text(encoding="utf8", errors="replace"))) for path in files}
    migrations = []
    for path in sorted((root / options.package).rglob("*.py")):
        if path.name in ("__init__.py", "__main__.py", "conftest.py") or "tests" in path.parts or path.name.startswith("test_") or not path.stem.isidentifier():
            continue
        parts = path.relative_to(root).with_suffix("").parts
        name = ".".join(parts)
        fresh = ".".join([*parts[:-1], f"moved_{parts[-1].lstrip('_')}"])
        module = Module(path, name)
        wanted = {each for each in module.definitions if any(each in words[other] for other in files if other != path)}
        for old, new, rewrites in move(module, wanted, options.shapes, fresh):
            deprecated = {"module": name, "name": old}
            if module.acts():
                deprecated["sideEffects"] = True
            if rewrites:
                deprecated["rewrites"] = rewrites
            migrations.append({
                "id": f"m{len(migrations)}-{re.sub('[^a-z0-9]+', '-', (parts[-1] + '-' + old).lower()).strip('-')}",
                "language": "python", "phase": options.phase,
                "canonical": {"module": fresh, "name": new}, "deprecated": [deprecated],
            })
    manifest = {"python": {"roots": sorted({options.root, "."})}, "migrations": migrations}
    (options.checkout / "ssot.json").write_text(json.dumps(manifest, indent=1), encoding="utf8")
    git = ["git", "-c", "user.name=field test", "-c", "user.email=field@test"]
    subprocess.run([*git, "add", "-A"], cwd=options.checkout, check=True)
    subprocess.run([*git, "commit", "-qm", "Definitions moved"], cwd=options.checkout, check=True)
    print(f"{options.checkout.name}: {len(migrations)} migrations")


if __name__ == "__main__":
    main()
