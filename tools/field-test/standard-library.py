"""Migrates a copy of the standard library of this Python, and proves the fix by its syntax trees and by its own tests.

    python3 tools/field-test/standard-library.py make FOLDER
    npx tsx tools/field-test.ts FOLDER FOLDER/ssot.json --python python3 --keep
    python3 tools/field-test/standard-library.py compare FOLDER
    python3 tools/field-test/standard-library.py test FOLDER

`make` copies the library, puts a package `canon` beside it whose modules have some of its functions and classes by other
names, and commits all. `compare` holds each changed file's tree against that of the commit: but for imports, and for what a
governed name is called, they have to be the same. `test` runs the tests before and after, and shows which end differently.
"""
import ast
import difflib
import json
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

# Module, name, canonical module (below `canon`), canonical name.
MOVES = [line.split() for line in """
functools wraps decorators preserve
functools partial decorators bound_call
contextlib contextmanager decorators managed
collections namedtuple records make_record_type
collections OrderedDict records SortedByInsertion
collections deque records Row
dataclasses dataclass records record
warnings warn messages emit_warning
warnings catch_warnings messages recorded
sys exc_info messages current_error
re compile patterns compile_pattern
re escape patterns quoted
struct pack binary pack_bytes
struct unpack binary unpack_bytes
tempfile mkdtemp files make_folder
tempfile TemporaryFile files scratch_file
shutil rmtree files remove_tree
os getcwd files current_folder
os fspath files path_text
pathlib Path files FilePath
threading Thread tasks Worker
threading Lock tasks Mutex
asyncio sleep tasks pause
asyncio.events get_event_loop tasks current_loop
textwrap dedent strings undent
string Template strings Pattern
json dumps strings to_json
unittest TestCase suites Suite
test.support.import_helper import_module suites load_module
test.support.os_helper TESTFN suites SCRATCH_NAME
test.support requires suites needs_resource
logging getLogger logs logger_for
io BytesIO streams ByteStream
io StringIO streams TextStream
itertools chain iteration chained
itertools count iteration counting
operator itemgetter iteration getting
enum Enum kinds Choice
collections.abc Mapping kinds MappingBase
typing Any kinds Anything
email.message Message mail Letter
""".strip().splitlines()]
NEW_NAMES = {f"{module}.{name}": f"canon.{canonical}.{new}" for module, name, canonical, new in MOVES}

LEFT_OUT = shutil.ignore_patterns("site-packages", "dist-packages", "__pycache__", "lib-dynload", "config-*", "idle_test", "bad*", "lib2to3")

TESTS = """test_functools test_collections test_warnings test_re test_struct test_tempfile test_contextlib test_textwrap test_logging
test_shutil test_itertools test_enum test_dataclasses test_email test_json test_pathlib test_argparse test_inspect test_typing test_urllib
test_zipfile test_tarfile test_gzip test_csv test_configparser test_difflib test_doctest test_glob test_ipaddress test_mailbox test_optparse
test_os test_pprint test_queue test_random test_shelve test_statistics test_string test_traceback test_types test_uuid test_weakref
test_wsgiref test_importlib test_unittest test_xmlrpc test_httplib test_sqlite3 test_ctypes test_xml_etree test_smtplib test_socketserver
test_subprocess test_runpy test_pdb""".split()


def git(folder, *arguments):
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def make(folder):
    shutil.copytree(sysconfig.get_path("stdlib"), folder, ignore=LEFT_OUT)
    canon = folder / "canon"
    canon.mkdir()
    (canon / "__init__.py").touch()
    for module, name, canonical, new in MOVES:
        with open(canon / f"{canonical}.py", "a", encoding="utf8") as file:
            file.write(f"from {module} import {name} as {new}\n")
    migrations = [
        {
            "id": f"{module}-{name}".replace(".", "-").replace("_", "-").lower(),
            "language": "python",
            "phase": 4,
            "canonical": {"module": f"canon.{canonical}", "name": new},
            "deprecated": [{"module": module, "name": name}],
        }
        for module, name, canonical, new in MOVES
    ]
    (folder / "ssot.json").write_text(json.dumps({"python": {"roots": ["."]}, "migrations": migrations}, indent=1), encoding="utf8")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "-c", "user.name=field test", "-c", "user.email=field@test", "commit", "-qm", "As it is")


class Normal(ast.NodeTransformer):
    """Drops imports and `pass`, and calls every governed symbol by its canonical name, however it is reached."""

    def __init__(self, file, tree):
        self.imported = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    whole = alias.name if alias.asname else alias.name.split(".")[0]
                    self.imported.setdefault(alias.asname or whole, set()).add(whole)
            elif isinstance(node, ast.ImportFrom):
                package = file.split("/")[: -node.level] if node.level else []
                module = ".".join([*package, *([node.module] if node.module else [])])
                for alias in node.names:
                    self.imported.setdefault(alias.asname or alias.name, set()).add(f"{module}.{alias.name}")

    def visit_Import(self, node):
        return None

    visit_ImportFrom = visit_Pass = visit_Import

    def visit_Attribute(self, node):
        return self.canonical(node) or self.generic_visit(node)

    def visit_Name(self, node):
        return self.canonical(node) or node

    def canonical(self, node):
        parts, root = [], node
        while isinstance(root, ast.Attribute):
            parts.insert(0, root.attr)
            root = root.value
        if isinstance(root, ast.Name):
            for start in self.imported.get(root.id, ()):
                path = ".".join([start, *parts])
                if path in NEW_NAMES or path in NEW_NAMES.values():
                    return ast.Name(NEW_NAMES.get(path, path), node.ctx)
        return None


def shape(file, text):
    tree = ast.parse(text)
    return ast.dump(Normal(file, tree).visit(tree), indent=1).split("\n")


def compare(folder):
    files = [name for name in git(folder, "diff", "--name-only", "HEAD").split() if name.endswith(".py")]
    differing = 0
    for file in files:
        before = subprocess.run(["git", "show", f"HEAD:{file}"], cwd=folder, check=True, capture_output=True).stdout
        shapes = shape(file, before), shape(file, (folder / file).read_bytes())
        if shapes[0] != shapes[1]:
            differing += 1
            print(file, *list(difflib.unified_diff(*shapes, lineterm="", n=2))[2:12], sep="\n  ")
    print(f"{len(files)} files changed, the trees of {differing} differ by more than a name")


def outcomes(folder):
    command = [sys.executable, "-m", "test", "-j2", "--timeout", "120", *TESTS]
    printed = subprocess.run(command, cwd=folder, env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"}, capture_output=True, text=True).stdout
    print(*[line for line in printed.splitlines() if line.startswith("Total")], sep="\n")
    return {line.split()[1] for line in printed.splitlines() if line.startswith("test ") and " failed" in line}


def test(folder):
    base = folder.parent / f"{folder.name}-before"
    git(folder, "worktree", "add", "-f", str(base), "HEAD")
    before, after = outcomes(base), outcomes(folder)
    git(folder, "worktree", "remove", "--force", str(base))
    print("fail before and after:", *sorted(before & after))
    print("fail after alone:", *sorted(after - before))


if __name__ == "__main__":
    {"make": make, "compare": compare, "test": test}[sys.argv[1]](Path(sys.argv[2]).resolve())
