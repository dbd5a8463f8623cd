import { describe, expect, it } from 'vitest';
import { displayName } from '@/lib/organisations/rules/display-name';
import { organisationCode } from '@/lib/organisations/schema';
import { statusWords } from '@/lib/organisations/words';

describe('names for display', () => {
  it.each([
    ['HIGH STREET SURGERY', 'High Street Surgery'],
    ['BARNSLEY PCN', 'Barnsley PCN'],
    ['FCP SERVICE - BARNSLEY PCN', 'FCP Service - Barnsley PCN'],
    ['FULWELL MEDICAL CENTRE,', 'Fulwell Medical Centre'],
    ["ST JAMES' MEDICAL CENTRE", "St James' Medical Centre"],
    ["O'BRIEN & PARTNERS", "O'Brien & Partners"],
    ['DR MCDONALD AND PARTNERS', 'Dr McDonald and Partners'],
    ['THE PRACTICE  (BNSSG)', 'The Practice (BNSSG)'],
    ['NHS NORFOLK AND WAVENEY ICB - 26A', 'NHS Norfolk and Waveney ICB - 26A'],
    ['1ST AVENUE SURGERY', '1st Avenue Surgery'],
    ['LEIGH-ON-SEA HEALTH CENTRE', 'Leigh-On-Sea Health Centre'],
    ['NHS South East London Integrated Care Board', 'NHS South East London Integrated Care Board'],
  ])('%s is shown as %s', (registered, shown) => expect(displayName(registered)).toBe(shown));
});

it('a pasted code has one form, and what is no code says so', () => {
  expect(organisationCode.parse(' a81 001 ')).toBe('A81001');
  expect(organisationCode.safeParse('elm surgery!').success).toBe(false);
});

it('a closed organisation says since when', () => {
  expect(statusWords({ status: 'closed', closedOn: '2019-03-31' })).toBe('Closed 31 March 2019');
  expect(statusWords({ status: 'closed', closedOn: null })).toBe('Closed');
  expect(statusWords({ status: 'open', closedOn: null })).toBe('Open');
});
