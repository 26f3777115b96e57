/** "Did you mean …?" */

/**
 * @param written a word that nobody knows
 * @param known the words that would do
 * @returns the one that was probably meant, or `undefined` where none is close
 */
export function closest(written: string, known: Iterable<string>): string | undefined {
  const plain = withoutStyle(written);
  let best: string | undefined;
  // In a word of one or two letters, one other letter is another word.
  let bestDistance = plain.length < 3 ? 1 : Math.floor(plain.length / 3) + 1;
  for (const word of known) {
    const distance = distanceBetween(plain, withoutStyle(word));
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

/** The key of an object that an unknown one of it was probably meant to be; not one that is written as well. */
export function meantKey(written: string, known: readonly string[], object: Readonly<Record<string, unknown>>): string | undefined {
  return closest(written, known.filter((name) => !Object.hasOwn(object, name) || object[name] === undefined));
}

/** `remove_by`, `remove-by` and `RemoveBy` are all meant as `removeBy`. */
function withoutStyle(word: string): string {
  return word.toLowerCase().replace(/[-_$\s]/g, "");
}

/** The number of letters to add, drop, change or swap with their neighbour (optimal string alignment). */
function distanceBetween(left: string, right: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      const isSwap = left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      current[column] = Math.min(
        (previous[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (previous[column - 1] ?? Infinity) + (isSame ? 0 : 1),
        isSwap ? (beforePrevious[column - 2] ?? Infinity) + 1 : Infinity,
      );
    }
    [beforePrevious, previous] = [previous, current];
  }
  return previous[right.length] ?? Infinity;
}

/**
 * Whether a word can hardly be anything but another one, mistyped: stricter than `closest`, for where the written word
 * may be right and only gone. Two names that people tell apart by a first letter (`getUser`, `setUser`), by a last one
 * (`parse`, `parser`) or by a digit are two names.
 */
export function isSlip(written: string, other: string): boolean {
  const [left, right] = [withoutStyle(written), withoutStyle(other)];
  if (left === right) return written !== other;
  const isSameFrame = left[0] === right[0] && left.at(-1) === right.at(-1) && left.replace(/\D/g, "") === right.replace(/\D/g, "");
  return isSameFrame && Math.min(left.length, right.length) >= 5 && distanceBetween(left, right) === 1;
}
