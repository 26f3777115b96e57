"""Counts a manifest's sites in Python by CPython's `ast` and `symtable`; tools/field-test/python.ts compares.

Reads {"root", "roots", "deprecated": [{"module", "name", "except"?}], "canonical": [[module, name]], "files"} from standard
input; writes [{"at": "file:line:column", "what"}]. Counted: each alias of an import that takes a deprecated symbol, by whatever
modules it comes, each reference to what it brings in, by scopes, names in string annotations, members of modules, entries of
`__all__`. Not counted: `import_module`, `getattr`, strings elsewhere.
"""
import ast
import functools
import json
import os
import sys
import symtable
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "python"))
from oracle import Places, dunder_all, units  # noqa: E402

COMPREHENSIONS = {ast.ListComp: "listcomp", ast.SetComp: "setcomp", ast.DictComp: "dictcomp", ast.GeneratorExp: "genexpr"}


class Module:
    def __init__(self, path, name, text):
        self.path, self.name, self.text = path, name, text
        self.tree = ast.parse(text)
        self.package = name if os.path.basename(path).startswith("__init__.") else name.rpartition(".")[0]
        self.froms = {}
        self.stars = []
        self.own = set()
        self.all = [node.value for node in dunder_all(self.tree)]
        self.read(self.tree.body)

    def absolute(self, node):
        if not node.level:
            return node.module
        parts = self.package.split(".")
        base = parts[: len(parts) - node.level + 1]
        return ".".join([*base, *([node.module] if node.module else [])])

    def read(self, body):
        """What the module binds at its own level, in branches too."""
        for node in body:
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    if alias.name == "*":
                        self.stars.append(self.absolute(node))
                    else:
                        self.froms.setdefault(alias.asname or alias.name, []).append((self.absolute(node), alias.name))
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                self.own.add(node.name)
            else:
                for part in ("body", "orelse", "finalbody"):
                    self.read(getattr(node, part, None) or [] if isinstance(node, ast.stmt) else [])
                for handler in getattr(node, "handlers", []):
                    self.read(handler.body)
                for target in [*getattr(node, "targets", []), *([node.target] if isinstance(node, ast.AnnAssign) else [])]:
                    self.own.update(each.id for each in ast.walk(target) if isinstance(each, ast.Name))


class Project:
    def __init__(self, asked):
        self.root = asked["root"]
        self.modules = {}
        self.taken = {}
        self.deprecated_modules = {each["module"] for each in asked["deprecated"]}
        roots = sorted((os.path.normpath(os.path.join(self.root, each)) for each in asked["roots"]), key=len, reverse=True)
        for path in asked["files"]:
            folder = next((each for each in roots if path.startswith(each + os.sep)), None)
            try:
                text = Path(path).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
                name = os.path.relpath(path, folder or self.root).removesuffix(".py").replace(os.sep, ".").removesuffix(".__init__")
                self.modules[name] = Module(path, name, text)
            except (SyntaxError, ValueError):
                pass
        self.packages = {name.rsplit(".", depth)[0] for name in self.modules for depth in range(1, name.count(".") + 1)}
        self.canonical = {tuple(each) for each in asked["canonical"]}
        self.names = {(each["module"], each["name"]) for each in asked["deprecated"] if each["name"] != "*"}
        self.whole = {each["module"]: set(each.get("except", [])) for each in asked["deprecated"] if each["name"] == "*"}
        # A deprecated module may be one that lets out: then the symbol's home counts as well, if it is not the canonical one.
        self.names |= {home for each in self.names if (home := self.home(*each)) and not self.is_canonical(*home)}

    def home(self, module, name, seen=()):
        known = self.modules.get(module)
        if known is None or name in known.own or len(known.froms.get(name, [])) != 1 or (module, name) in seen:
            return (module, name) if known is not None and name in known.own else None
        return self.home(*known.froms[name][0], (*seen, (module, name)))

    def is_canonical(self, module, name):
        return any(here in self.canonical or here == self.home(*each) for each in self.canonical for here in [(module, name), (module, "*")])

    def is_module(self, name):
        return name in self.modules or name in self.packages or name in self.whole or name in self.deprecated_modules

    def takes(self, module, name):
        """Whether a deprecated symbol is what `from module import name` gives, or one of what it may give."""
        if (module, name) not in self.taken:
            self.taken[module, name] = self.leads(module, name, set())
        return self.taken[module, name]

    def leads(self, module, name, seen):
        if (module, name) in self.names or (module in self.whole and name not in self.whole[module] and not self.is_module(f"{module}.{name}")):
            return True
        known = self.modules.get(module)
        if known is None or (module, name) in seen:
            return False
        seen.add((module, name))
        if name in known.froms:
            return any(self.leads(*each, seen) for each in known.froms[name])
        return name not in known.own and any(self.passes_star(star, name) and self.leads(star, name, seen) for star in known.stars)

    def passes_star(self, module, name):
        known = self.modules.get(module)
        return name in known.all if known and known.all else not name.startswith("_")

    @functools.cache
    def through_star(self, module, seen=()):
        """Deprecated names that `from module import *` brings in."""
        known = self.modules.get(module)
        names = {each for where, each in self.names if where == module}
        if known and module not in seen:
            names |= {*known.froms, *known.own}
            for star in known.stars:
                names |= self.through_star(star, (*seen, module))
        return {name for name in names if self.passes_star(module, name) and self.takes(module, name)}


class Counter(ast.NodeVisitor):
    def __init__(self, project, module):
        self.project, self.module = project, module
        self.places = Places(module.text)
        self.found = []
        self.table = self.top = symtable.symtable(module.text, module.path, "exec")
        self.parents = {}
        self.children = {}
        self.turns = {}
        self.bound = {}
        self.annotation = False

    def count(self):
        for self.binding in (True, False):
            self.turns = {}
            self.visit(self.module.tree)
        for node in dunder_all(self.module.tree):
            if self.bound.get((self.top.get_id(), node.value)) == "symbol":
                self.note(node, f"__all__ {node.value}")
        return self.found

    def note(self, node, what, line=None, column=None):
        line = line or node.lineno
        before = self.places.lines[line - 1][: node.col_offset if column is None else column].decode()
        self.found.append({"at": f"{os.path.relpath(self.module.path, self.project.root)}:{line}:{units(before) + 1}", "what": what})

    # Scopes, by CPython's own table.

    def children_of(self, table):
        children = self.children.get(table.get_id())
        if children is None:
            children = self.children[table.get_id()] = {}
            for child in table.get_children():
                children.setdefault((child.get_name(), child.get_lineno()), []).append(child)
        return children

    def inside(self, name, node, parts):
        """Visits `parts` in the scope that the node opens; those of one name and line are taken in their order."""
        outer = self.table
        key = (name, node.lineno)
        turn = self.turns[outer.get_id(), key] = self.turns.get((outer.get_id(), key), -1) + 1
        self.table = self.children_of(outer)[key][turn]
        self.parents[self.table.get_id()] = outer
        for part in parts:
            self.visit(part)
        self.table = outer

    def visit_FunctionDef(self, node):
        for part in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
            self.visit(part)
        every = [*node.args.posonlyargs, *node.args.args, node.args.vararg, *node.args.kwonlyargs, node.args.kwarg]
        self.annotated(*(each.annotation for each in every if each), node.returns)
        for part in node.decorator_list:
            self.visit(part)
        self.inside(node.name, node, node.body)

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_ClassDef(self, node):
        for part in [*node.bases, *node.keywords, *node.decorator_list]:
            self.visit(part)
        self.inside(node.name, node, node.body)

    def visit_Lambda(self, node):
        for part in [*node.args.defaults, *filter(None, node.args.kw_defaults)]:
            self.visit(part)
        self.inside("lambda", node, [node.body])

    def visit_comprehension_of(self, node):
        first, *rest = node.generators
        self.visit(first.iter)
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self.inside(COMPREHENSIONS[type(node)], node, [first.target, *first.ifs, *rest, *results])

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = visit_comprehension_of

    def scope_of(self, name):
        table = self.table
        while table is not self.top:
            try:
                symbol = table.lookup(name)
                if symbol.is_global():
                    return self.top
                if not symbol.is_free() and symbol.is_local():
                    return table
            except KeyError:
                pass  # In a string, which the table does not know.
            table = self.parents[table.get_id()]
            while table.get_type() == "class":
                table = self.parents[table.get_id()]
        return table

    # Imports.

    def bind(self, name, what):
        key = (self.scope_of(name).get_id(), name)
        if self.bound.get(key) != "symbol":
            self.bound[key] = what

    def visit_Import(self, node):
        if not self.binding:
            return
        for alias in node.names:
            if alias.name in self.project.whole:
                self.note(alias, f"import {alias.name}")
            else:
                self.bind(alias.asname or alias.name.partition(".")[0], alias.name if alias.asname else alias.name.partition(".")[0])

    def visit_ImportFrom(self, node):
        if not self.binding:
            return
        module = self.module.absolute(node)
        for alias in node.names:
            name = f"{module}.{alias.name}"
            if alias.name == "*":
                names = self.project.through_star(module)
                if names or module in self.project.whole:
                    self.note(alias, f"import * of {module}")
                for each in names - self.module.own - {*self.module.froms}:
                    self.bound.setdefault((self.top.get_id(), each), "symbol")
            elif self.project.takes(module, alias.name):
                self.note(alias, f"import {name}")
                self.bind(alias.asname or alias.name, "symbol")
            elif name in self.project.whole:
                self.note(alias, f"import {name}")
            elif self.project.is_module(name):
                self.bind(alias.asname or alias.name, name)

    # References.

    def taken(self, name):
        return self.bound.get((self.scope_of(name).get_id(), name))

    def visit_Name(self, node):
        if not self.binding and isinstance(node.ctx, ast.Load) and self.taken(node.id) == "symbol":
            self.note(node, f"use {node.id}")

    def visit_Attribute(self, node):
        chain = []
        root = node
        while isinstance(root, ast.Attribute):
            chain.append(root.attr)
            root = root.value
        self.visit(root)
        module = self.taken(root.id) if isinstance(root, ast.Name) and not self.binding else None
        while module and module != "symbol" and chain:
            name = chain.pop()
            if self.project.takes(module, name):
                self.note(node, f"member {module}.{name}")
                return
            module = f"{module}.{name}" if self.project.is_module(f"{module}.{name}") else None

    # Annotations, whose strings are read as well.

    def annotated(self, *annotations):
        for annotation in filter(None, annotations):
            outer, self.annotation = self.annotation, True
            self.visit(annotation)
            self.annotation = outer

    def visit_AnnAssign(self, node):
        self.annotated(node.annotation)
        for part in filter(None, [node.target, node.value]):
            self.visit(part)

    def visit_Subscript(self, node):
        self.visit(node.value)
        outer = self.annotation
        self.annotation = outer and getattr(node.value, "attr", getattr(node.value, "id", "")) != "Literal"
        self.visit(node.slice)
        self.annotation = outer

    def visit_Constant(self, node):
        if self.binding or not self.annotation or not isinstance(node.value, str):
            return
        try:
            inner = ast.parse(node.value, mode="eval")
        except SyntaxError:
            return
        for each in ast.walk(inner):
            if isinstance(each, ast.Name) and self.taken(each.id) == "symbol":
                self.note(node, f"use '{each.id}'", column=node.col_offset + 1 + each.col_offset)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    project = Project(json.load(sys.stdin))
    print(json.dumps([site for module in project.modules.values() for site in Counter(project, module).count()]))
