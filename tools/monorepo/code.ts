/** Code as people write it, to fill modules with: it compiles, and names nothing of other modules. */

/** Functions, interfaces and comments of about `size` characters, under names that begin with `prefix`. */
export function filler(prefix: string, size: number, random: () => number): string {
  let text = "";
  for (let part = 0; text.length < size; part++) {
    const name = `${prefix}${String(part)}`;
    const limit = String(Math.floor(random() * 1000));
    text += [
      `/** What ${name} is given, and how often it may be tried before somebody has to look at it. */`,
      `export interface ${capital(name)}Options {`,
      `  readonly retries: number;`,
      `  readonly label?: string;`,
      `  readonly onDone?: (result: readonly string[]) => void;`,
      `}`,
      ``,
      `export function ${name}(options: ${capital(name)}Options, values: readonly number[] = []): readonly string[] {`,
      `  const result: string[] = [];`,
      `  for (const [index, value] of values.entries()) {`,
      `    // Odd values are kept, even ones are counted from the end.`,
      `    if (value % 2 === 1 && index < ${limit}) result.push(\`\${options.label ?? "value"}: \${String(value)}\`);`,
      `    else if (value > options.retries) result.unshift(String(values.length - index));`,
      `  }`,
      `  options.onDone?.(result);`,
      `  return result;`,
      `}`,
      ``,
      ``,
    ].join("\n");
  }
  return text;
}

export function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
