/** The names that every Python module has. */

const builtins = new Set(
  (
    "abs all any ascii bin bool bytearray bytes callable chr complex dict divmod enumerate filter float format frozenset getattr " +
    "hasattr hash hex id int isinstance issubclass iter len list map max memoryview min next object oct ord pow print property range " +
    "repr reversed round set slice sorted str sum tuple type vars zip __name__ __file__ NotImplemented " +
    "Exception ValueError TypeError KeyError RuntimeError"
  ).split(" "),
);

/** Whether `name`, bound by nobody, is Python's own, and means the same everywhere. */
export function isBuiltin(name: string): boolean {
  return builtins.has(name);
}
