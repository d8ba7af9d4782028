const DAY = 24 * 60 * 60;

/** The date so many seconds after a date, a begun day counted whole: `2027-01-31`. */
export function dateAfter(date: string, seconds: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const days = Math.ceil(seconds / DAY);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
