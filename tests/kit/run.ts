/** Runs programs as a user's shell would. */
import { spawn } from "node:child_process";

/** What a program left. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment without what a test runner sets for its children. */
export function userEnvironment(): NodeJS.ProcessEnv {
  const own = new Set(["NODE_ENV", "NODE_OPTIONS", "VITEST", "FORCE_COLOR"]);
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.has(name)));
}

/**
 * Runs `command`, without a shell, and waits for it; any exit code is an answer.
 * @param env added to the user's environment
 */
export async function run(command: string, args: readonly string[], cwd: string, env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  return await new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...userEnvironment(), NO_COLOR: "1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.on("error", reject);
    child.on("close", (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** The same for a program that has to succeed. */
export async function succeed(command: string, args: readonly string[], cwd: string): Promise<Ran> {
  const ran = await run(command, args, cwd);
  if (ran.code !== 0) throw new Error(`${command} ${args.join(" ")} left ${String(ran.code)}\n${ran.stdout}\n${ran.stderr}`);
  return ran;
}
