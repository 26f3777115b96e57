"""What CPython's own parser and symbol table say of files; tools/python-conformance.ts compares.

Reads paths from standard input, one a line; writes one JSON object a line, in the same order. Offsets are UTF-16
units into the text without its byte order mark, as ESLint counts them.
"""
import ast
import json
import re
import symtable
import sys
import warnings

LINE_BREAK = re.compile("\r\n|[\r\n]")
# Before 3.12 the places of what stands in an f-string are not those of the file.
PLACES_IN_FSTRINGS = sys.version_info >= (3, 12)
# Later versions have more kinds of scopes.
SCOPES = sys.version_info < (3, 12)
DEF_GLOBAL, DEF_LOCAL, DEF_PARAM, DEF_NONLOCAL, USE, DEF_IMPORT, DEF_ANNOT = 1, 2, 4, 8, 16, 128, 256
CATEGORY = {1: "local", 2: "global", 3: "global", 4: "free", 5: "local"}


class Places:
    """Lines and UTF-8 columns to offsets in UTF-16."""

    def __init__(self, text):
        self.lines = []
        self.starts = []
        offset = 0
        begin = 0
        for match in [*LINE_BREAK.finditer(text), None]:
            end = match.start() if match else len(text)
            after = match.end() if match else len(text)
            line = text[begin:end]
            self.lines.append(line.encode("utf-8", "surrogatepass"))
            self.starts.append(offset)
            offset += units(text[begin:after])
            begin = after

    def offset(self, line, column):
        before = self.lines[line - 1][:column].decode("utf-8", "surrogatepass")
        return self.starts[line - 1] + units(before)

    def span(self, node):
        return [self.offset(node.lineno, node.col_offset), self.offset(node.end_lineno, node.end_col_offset)]


def units(text):
    return len(text) + sum(1 for character in text if character > "\uffff") if not text.isascii() else len(text)


def value_of(constant):
    return constant.decode("latin-1") if isinstance(constant, bytes) else constant


class Reader(ast.NodeVisitor):
    def __init__(self, text):
        self.places = Places(text)
        self.depth = 0
        self.found = {"imports": [], "froms": [], "names": [], "attributes": [], "calls": [], "strings": [], "inside": []}

    def visit_JoinedStr(self, node):
        self.depth += 1
        self.generic_visit(node)
        self.depth -= 1

    visit_TemplateStr = visit_JoinedStr

    def add(self, kind, *row, node):
        if self.depth and not PLACES_IN_FSTRINGS:
            if kind in ("names", "attributes"):
                self.found["inside"].append(row[0])
        else:
            self.found[kind].append([*row, *self.places.span(node)])

    def visit_Import(self, node):
        for alias in node.names:
            self.add("imports", alias.name, alias.asname, node=alias)

    def visit_ImportFrom(self, node):
        for alias in node.names:
            self.add("froms", node.module, node.level or 0, alias.name, alias.asname, node=alias)

    def visit_Name(self, node):
        self.add("names", node.id, type(node.ctx).__name__, node=node)

    def visit_Attribute(self, node):
        self.add("attributes", node.attr, node=node)
        self.generic_visit(node)

    def visit_Call(self, node):
        self.add("calls", len(node.args), [keyword.arg for keyword in node.keywords], node=node)
        self.generic_visit(node)

    def visit_Constant(self, node):
        if isinstance(node.value, (str, bytes)) and not self.depth:
            self.add("strings", value_of(node.value), node=node)


def scopes_of(text):
    def rows(table):
        kind, name, line = table.get_type(), table.get_name(), table.get_lineno()
        if kind == "function" and name == "lambda":
            kind = "lambda"
        # A function may be called `listcomp`, but none has a parameter of this name.
        if kind == "function" and ".0" in table.get_identifiers():
            kind = "comprehension"
        # A comprehension does not begin where ours does, nor does it have a name.
        head = {"module": "module", "comprehension": "comprehension", "lambda": f"lambda {line}"}.get(kind, f"{kind} {name}")
        wanted = DEF_LOCAL | DEF_PARAM | USE
        if kind != "comprehension":
            wanted |= DEF_GLOBAL | DEF_NONLOCAL | DEF_IMPORT | DEF_ANNOT
        symbols = {}
        for symbol in table.get_symbols():
            name, flags = symbol.get_name(), symbol._Symbol__flags
            # Not names of the text's: a comprehension's iterable, what `super()` needs, a constant.
            if kind == "comprehension" and flags & (DEF_GLOBAL | DEF_NONLOCAL):
                # Of a `:=`, which binds further out: the name is the comprehension's only where it is read there.
                flags &= USE
            if not flags & wanted or name.startswith(".") or name in ("__class__", "__debug__"):
                continue
            category = CATEGORY[symbol._Symbol__scope]
            # A function's `global` statement makes a module's own name "global" in the module too.
            own = kind == "module" and flags & (DEF_LOCAL | DEF_IMPORT | DEF_GLOBAL)
            symbols[name] = "local" if own else category
        yield [head, symbols]
        for child in table.get_children():
            yield from rows(child)

    return list(rows(symtable.symtable(text, "file", "exec")))


def dunder_all(tree):
    """The strings of `__all__`, in the order of the text, from every statement that speaks of it."""

    def strings(node, bare=False):
        if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
            for item in node.elts:
                yield from strings(item, bare=True)
        elif isinstance(node, ast.Starred):
            yield from strings(node.value)
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
            yield from strings(node.left)
            yield from strings(node.right)
        elif isinstance(node, ast.IfExp):
            yield from strings(node.body)
            yield from strings(node.orelse)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
            if node.func.id in ("list", "tuple", "set", "frozenset", "sorted"):
                yield from strings(node.args[0])
        elif bare and isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node

    found = []

    def is_all(node):
        return isinstance(node, ast.Name) and node.id == "__all__"

    def statements(body):
        for node in body:
            if isinstance(node, ast.Assign) and any(map(is_all, node.targets)):
                found.extend(strings(node.value))
            elif isinstance(node, (ast.AugAssign, ast.AnnAssign)) and is_all(node.target) and node.value:
                found.extend(strings(node.value))
            elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
                call = node.value.func
                if isinstance(call, ast.Attribute) and is_all(call.value) and call.attr in ("append", "extend", "insert", "remove"):
                    first = 1 if call.attr == "insert" else 0
                    for argument in node.value.args[first : first + 1]:
                        found.extend(strings(argument, bare=call.attr != "extend"))
            elif isinstance(node, (ast.If, ast.Try, ast.For, ast.While, ast.With)):
                for part in ("body", "orelse", "finalbody"):
                    statements(getattr(node, part, []))
                for handler in getattr(node, "handlers", []):
                    statements(handler.body)

    statements(tree.body)
    return found


def read(path):
    with open(path, "rb") as file:
        # As ESLint reads: whatever the cookie says.
        text = file.read().decode("utf-8", "replace").removeprefix("\ufeff")
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return {"error": str(error), "line": getattr(error, "lineno", None)}
    reader = Reader(text)
    reader.visit(tree)
    result = reader.found
    result["all"] = [[node.value, *reader.places.span(node)] for node in dunder_all(tree)]
    try:
        result["scopes"] = scopes_of(text) if SCOPES else None
    except SyntaxError as error:
        result["scopes"] = None
        result["compileError"] = str(error)
    return result


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(20_000)
    for line in sys.stdin:
        print(json.dumps(read(line.rstrip("\n"))), flush=True)
