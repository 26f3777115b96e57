/** The score of DESIGN section 5. */

/** Sites that count: imports, re-exports, mocks, deprecated and duplicate definitions. */
export interface SiteCounts {
  readonly canonical: number;
  readonly violating: number;
}

/**
 * `100 × canonical ÷ (canonical + violating)`, cut to one decimal downward; 100 where nothing counts.
 * Cut, not rounded: 99.97 must not look like 100, which means that nothing is left.
 */
export function score({ canonical, violating }: SiteCounts): number {
  const all = canonical + violating;
  return all === 0 ? 100 : Math.floor((1000 * canonical) / all) / 10;
}
