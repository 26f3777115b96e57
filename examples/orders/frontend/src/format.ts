import { formatCents } from "./money";

export const formatPrice = (cents: number): string => formatCents(cents);

export function formatDate(date: Date): string {
  return date.toISOString().slice(0, 10);
}
