/**
 * Bank holidays in England and Wales, 2024 to 2028, substitute days included, as published at
 * https://www.gov.uk/bank-holidays (Open Government Licence v3.0): what counts until the published list was fetched, and
 * in years that it does not name. After the last year only weekends are days off, which makes promises a day stricter at
 * most.
 */
export const embeddedHolidays: ReadonlySet<string> = new Set([
  ...['2024-01-01', '2024-03-29', '2024-04-01', '2024-05-06', '2024-05-27', '2024-08-26', '2024-12-25', '2024-12-26'],
  ...['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
]);

declare global {
  // What this process knows of the published list. One for all its bundles, because pages and jobs are bundled apart; a
  // fact like the time, which every rule about working days would otherwise have to be handed.
  var haresignBankHolidays: ReadonlySet<string> | undefined;
}

/** Takes the published list as known in this process; null goes back to the embedded one. */
export function knowBankHolidays(published: readonly string[] | null): void {
  globalThis.haresignBankHolidays = published ? withPublished(published) : undefined;
}

export const isBankHoliday = (day: string): boolean => (globalThis.haresignBankHolidays ?? embeddedHolidays).has(day);

/** In the years that it names the published list alone counts: a holiday may move, or be given once. */
function withPublished(published: readonly string[]): ReadonlySet<string> {
  const years = new Set(published.map(yearOf));
  return new Set([...published, ...[...embeddedHolidays].filter(day => !years.has(yearOf(day)))]);
}

export const yearOf = (day: string): string => day.slice(0, 4);
