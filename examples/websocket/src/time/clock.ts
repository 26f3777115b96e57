export function now(): number {
  return Date.now();
}

export function hours(count: number): number {
  return count * 3_600_000;
}
