import { describe, expect, it } from 'vitest';
import { readAddresses } from '@/lib/memberships/rules/address-list';

describe('a list of addresses as people have it', () => {
  it.each([
    [
      'one on a line',
      'a@example.org\nb@example.org\r\n\n c@example.org ',
      ['a@example.org', 'b@example.org', 'c@example.org'],
    ],
    [
      'commas and semicolons',
      'a@example.org, b@example.org; c@example.org;',
      ['a@example.org', 'b@example.org', 'c@example.org'],
    ],
    [
      'what Outlook pastes, with commas inside names',
      'Patel, Asha (ELM SURGERY) <asha.patel@example.org>; "Khan, Sam" <Sam.Khan@Example.org>; Dr O’Neill <o@example.org>',
      ['asha.patel@example.org', 'sam.khan@example.org', 'o@example.org'],
    ],
    [
      'several with brackets and commas',
      'Ann <a@example.org>, Ben <b@example.org>',
      ['a@example.org', 'b@example.org'],
    ],
    [
      'links and brackets in prose',
      'mailto:a@example.org (b@example.org) “c@example.org”.',
      ['a@example.org', 'b@example.org', 'c@example.org'],
    ],
    ['a name before an address', 'Asha Patel asha@example.org', ['asha@example.org']],
  ])('reads %s', (_what, typed, addresses) => {
    expect(readAddresses(typed)).toEqual({ addresses, malformed: [], repeated: 0 });
  });

  it('takes an address once, however it is written, and says how often it was repeated', () => {
    expect(readAddresses('a@example.org\nA <A@EXAMPLE.ORG>\n a@example.org')).toEqual({
      addresses: ['a@example.org'],
      malformed: [],
      repeated: 2,
    });
  });

  it('R23 names what is no address as it was written, beside those that are', () => {
    const typed = 'a@example.org\nAsha Patel\nb@@example.org\nc@nhs\n"x y"@example.org\nаsha@example.org';
    const read = readAddresses(typed);
    expect(read.addresses).toEqual(['a@example.org']);
    expect(read.malformed).toContain('Asha Patel');
    expect(read.malformed).toContain('b@@example.org');
    expect(read.malformed).toContain('c@nhs');
    expect(read.malformed).toContain('аsha@example.org');
  });

  it('an empty list and one of separators hold nothing', () => {
    for (const typed of ['', ' \n ;; , \n']) expect(readAddresses(typed).addresses).toEqual([]);
    expect(readAddresses('\n;;\n').malformed).toEqual([]);
  });
});
