/** The names that every Python module has. */

const functions =
  "abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate filter " +
  "float format frozenset getattr hasattr hash hex id input int isinstance issubclass iter len list map max memoryview min next object oct " +
  "open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip";

const values = "__debug__ __doc__ __file__ __import__ __loader__ __name__ __package__ __spec__ Ellipsis NotImplemented";

const exceptions =
  "ArithmeticError AssertionError AttributeError BaseException BlockingIOError BrokenPipeError BufferError ChildProcessError " +
  "ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError EOFError EnvironmentError Exception FileExistsError " +
  "FileNotFoundError FloatingPointError GeneratorExit IOError ImportError IndentationError IndexError InterruptedError IsADirectoryError " +
  "KeyError KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError " +
  "OverflowError PermissionError ProcessLookupError RecursionError ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError " +
  "SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError " +
  "UnicodeTranslateError ValueError ZeroDivisionError";

const warnings =
  "BytesWarning DeprecationWarning FutureWarning ImportWarning PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning " +
  "UnicodeWarning UserWarning Warning";

// Without `eval`, `exec`, `globals` and `locals`: what has those may mean any name by a string.
const builtins = new Set([functions, values, exceptions, warnings].flatMap((names) => names.split(" ")));

/** Whether `name`, bound by nobody, is Python's own, and means the same everywhere. */
export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}
