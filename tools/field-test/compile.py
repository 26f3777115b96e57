"""Compiles the files that standard input names, one a line, and prints the error of each that does not, without its place."""
import sys
import warnings
from pathlib import Path

warnings.simplefilter("ignore")
for line in sys.stdin:
    path = line.rstrip("\n")
    try:
        compile(Path(path).read_bytes(), path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        print(f"{path}: {type(error).__name__}: {getattr(error, 'msg', error)}")
