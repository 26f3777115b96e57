/** Judges of single texts: each says what is wrong with a value and how to mend it, or `undefined`. */
import picomatch from "picomatch";

/** What is wrong, in a clause without a full stop, and the mend, as one or more sentences without the last one's. */
export interface Complaint {
  readonly message: string;
  readonly mend: string;
}

/** Any text with something in it. */
export function judgeText(value: string): Complaint | undefined {
  if (value.trim() !== "") return undefined;
  return { message: "is empty", mend: "Write something between the quotes, or take the line out" };
}

/** A migration's id. */
export function judgeId(value: string): Complaint | undefined {
  if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value)) return undefined;
  const kebab = value
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return {
    message: `${quoted(value)} is not in kebab-case (small letters and digits, joined by single hyphens)`,
    mend: `Write ${quoted(kebab === "" ? "websocket-factory" : kebab)}${kebab === "" ? ", for example" : ""}`,
  };
}

/** A day, `YYYY-MM-DD`, that the calendar has. */
export function judgeDate(value: string): Complaint | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  const mend = 'Write the day as YYYY-MM-DD, such as "2026-12-31"';
  if (parts === null) return { message: `${quoted(value)} is not a date`, mend };
  const time = Date.parse(`${value}T00:00:00Z`);
  // Date rolls 30 February over to March, so only a round trip tells a real day.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(value)) return undefined;
  return { message: `${quoted(value)} is not a day of the calendar`, mend };
}

/** A web address. */
export function judgeUrl(value: string): Complaint | undefined {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return undefined;
  return { message: `${quoted(value)} is not a web address`, mend: "Write it whole, beginning with https://" };
}

/** A glob for paths relative to the manifest's folder. */
export function judgeGlob(value: string): Complaint | undefined {
  if (value.trim() === "") {
    return { message: "is an empty glob", mend: 'Write one such as "src/compat/**", or take it out' };
  }
  const place = judgeRelative(value, "glob");
  if (place !== undefined) return place;
  // The globs of a list are alternatives: one that is negated would match nearly every file.
  if (/^!(?!\()/.test(value)) {
    return {
      message: `${quoted(value)} is negated, which a list of globs cannot be`,
      mend: "Name the files that are meant",
    };
  }
  if (value.endsWith("/")) {
    return {
      message: `${quoted(value)} matches no file, since it ends in a slash`,
      mend: `Write ${quoted(`${value}**`)}`,
    };
  }
  try {
    picomatch.makeRe(value);
    return undefined;
  } catch (error) {
    return {
      message: `is no valid glob: ${error instanceof Error ? error.message : String(error)}`,
      mend: "Write a shorter one",
    };
  }
}

/** A folder, relative to the manifest's. */
export function judgeFolder(value: string): Complaint | undefined {
  if (value.trim() === "") return { message: "is empty", mend: 'Write "." for this file\'s own folder' };
  return judgeRelative(value, "folder");
}

function judgeRelative(value: string, noun: string): Complaint | undefined {
  const fromHere = `Write it from this file's folder, such as "src${noun === "glob" ? "/**" : ""}"`;
  if (/^([A-Za-z]:[\\/]|\\\\|\/|~\/)/.test(value)) {
    return { message: `${quoted(value)} is an absolute ${noun}`, mend: fromHere };
  }
  if (value.includes("\\")) {
    return { message: `${quoted(value)} has backslashes`, mend: `Write ${quoted(value.replace(/\\+/g, "/"))}` };
  }
  if (value.split("/").includes("..")) {
    return { message: `${quoted(value)} leaves this file's folder`, mend: `${fromHere}, or move this file further up` };
  }
  return undefined;
}

/** `value` in double quotes, as it stands in JSON; long ones are cut, since a message is for reading. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}…` : value);
}
