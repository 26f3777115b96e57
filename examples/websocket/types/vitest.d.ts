/** As much of vitest as these tests use; the package itself is not installed here. */
declare module "vitest" {
  interface Expectation {
    toBe(value: unknown): void;
    toEqual(value: unknown): void;
  }

  export function test(name: string, body: () => Promise<void>): void;
  export function expect(value: unknown): Expectation;
  export const vi: { mock(module: string, factory: () => object): void };
}
