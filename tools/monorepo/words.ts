/** The words that names and comments are made of. */
import type { Random } from "./random.ts";

/** Things that the code is about; the first fifty name the governed symbols. */
export const nouns: readonly string[] = (
  "Invoice Order Customer Payment Refund Shipment Basket Coupon Catalog Product Price Tax Session Account Profile Address " +
  "Message Thread Channel Notification Webhook Socket Cursor Document Page Section Paragraph Comment Review Rating Image " +
  "Upload Folder Bucket Index Query Report Chart Metric Alert Incident Deployment Release Build Artifact Branch Commit " +
  "Ticket Sprint Board Label Reminder Calendar Event Booking Room Device Sensor Signal Route Journey Vehicle Depot Supplier"
).split(" ");

/** What a module is to its noun. */
export const roles: readonly string[] = (
  "Store Queue Cache Reader Writer Parser Formatter Validator Mapper Loader Client Gateway Registry Pool Tracker Planner " +
  "Builder Resolver Monitor Scheduler Serializer Filter Importer Exporter"
).split(" ");

export const areas: readonly string[] = (
  "billing orders accounts catalog shipping search messaging identity analytics reporting media storage workflow calendar " +
  "inventory pricing support payments risk ledger editor dashboard onboarding settings audit exports mobile partner " +
  "marketing loyalty"
).split(" ");

export const layers: readonly string[] = "core ui api data client server shared testing hooks events".split(" ");

export const verbs: readonly string[] = (
  "collects keeps sorts merges splits checks normalizes forwards retries limits groups counts prepares restores compares"
).split(" ");

const details: readonly string[] = [
  "so that a second caller sees the same state",
  "before anything is written to the network",
  "because upstream sends the same row twice on a retry",
  "in the order in which they were received",
  "unless the caller has asked for all of them",
  "and leaves what it does not know as it is",
  "which is what the nightly job relies on",
  "without holding more than one batch in memory",
  "until the next flush, at the latest after a minute",
  "for callers that still use the first version of the protocol",
];

/** One sentence of a comment about a thing. */
export function sentence(thing: string, random: Random): string {
  return `The ${thing} ${random.pick(verbs)} ${random.pick(nouns).toLowerCase()} entries ${random.pick(details)}.`;
}

/** `invoiceStore` of `InvoiceStore`. */
export function camel(pascal: string): string {
  return pascal.slice(0, 1).toLowerCase() + pascal.slice(1);
}

/** `invoice-store` of `InvoiceStore`. */
export function kebab(pascal: string): string {
  return camel(pascal).replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** `invoice store` of `InvoiceStore`. */
export function spaced(pascal: string): string {
  return kebab(pascal).replaceAll("-", " ");
}
