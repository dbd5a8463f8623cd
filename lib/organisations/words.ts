import type { Organisation, OrganisationKind, OrganisationStatus } from './schema';

export const kindWords = {
  practice: 'Practice',
  pcn: 'PCN',
  sub_icb: 'Sub-ICB location',
  icb: 'ICB',
  region: 'Region',
  country: 'Country',
} satisfies Record<OrganisationKind, string>;

export const kindPlurals = {
  practice: 'practices',
  pcn: 'PCNs',
  sub_icb: 'sub-ICB locations',
  icb: 'ICBs',
  region: 'regions',
  country: 'countries',
} satisfies Record<OrganisationKind, string>;

const statuses = {
  open: 'Open',
  dormant: 'Dormant',
  proposed: 'Not open yet',
  closed: 'Closed',
  missing: 'No longer in the register',
} satisfies Record<OrganisationStatus, string>;

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** "Open", "Dormant", "Closed 31 March 2019". */
export function statusWords({ status, closedOn }: Pick<Organisation, 'status' | 'closedOn'>): string {
  if (status === 'closed' && closedOn) return `Closed ${day.format(new Date(closedOn))}`;
  return statuses[status];
}
