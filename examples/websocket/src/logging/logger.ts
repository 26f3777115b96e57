export type Log = (text: string) => void;

const lines: string[] = [];

/** A function that writes lines under a name. */
export function createLogger(name: string): Log {
  return (text) => {
    lines.push(`${name}: ${text}`);
  };
}
