import { describe, expect, it } from 'vitest';
import { grade, isNhsDomain } from '@/lib/memberships/rules/evidence';
import { reference } from '@/lib/memberships/rules/reference';
import { flagWords } from '@/lib/memberships/words';

const of = (email: string, more: Partial<Parameters<typeof grade>[0]> = {}) =>
  grade({ email, verified: true, code: 'P81002', colleagues: 0, related: [], ...more });

describe('R17 evidence is graded, for the decider’s eyes', () => {
  it.each([
    ['a.patel@nhs.net', 'nhs'],
    ['a.patel@elm.nhs.uk', 'nhs'],
    ['a.patel@gp-p81002.nhs.uk', 'code'],
    ['p81002.reception@nhs.net', 'code'],
    ['p81002@gmail.com', 'consumer'],
    ['a.patel@yahoo.co.uk', 'consumer'],
    ['a.patel@elmsurgery.example', 'elsewhere'],
    ['a.patel@nhs.net.uk', 'elsewhere'],
    ['a.patel@xnhs.uk', 'elsewhere'],
    ['a.patel@practice.wales.nhs.uk', 'elsewhere'],
  ])('%s is %s', (email, expected) => {
    expect(of(email).grade).toBe(expected);
  });

  it('takes nhs.uk on a label border only', () => {
    expect(['nhs.uk', 'a.nhs.uk', 'nhs.net'].map(isNhsDomain)).toEqual([true, true, true]);
    expect(['notnhs.uk', 'nhs.uk.example', 'nhs.net.uk', 'mynhs.net'].map(isNhsDomain)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  it('an address that is not confirmed shows nothing', () => {
    expect(of('a.patel@gp-p81002.nhs.uk', { verified: false }).grade).toBe('none');
  });

  it('belonging to the practice’s PCN counts for more than an NHS address, an address with the code for more still', () => {
    const related = [{ code: 'U12345', name: 'East PCN', role: 'admin' as const }];
    expect(of('a.patel@nhs.net', { related }).grade).toBe('related');
    expect(of('a.patel@gp-p81002.nhs.uk', { related }).grade).toBe('code');
  });

  it('flags look-alikes, shared mailboxes and personal mail, and no ordinary address', () => {
    expect(flagWords(of('a.patel@nhs.net.uk'))).toEqual(['Not an NHS address']);
    expect(flagWords(of('reception@elm.nhs.uk'))).toEqual(['Shared mailbox']);
    expect(flagWords(of('a.patel@gmail.com'))).toEqual(['Personal email']);
    expect(flagWords(of('a.patel@nhs.net'))).toEqual([]);
  });

  it('counts colleagues by domain only where a domain tells people apart', () => {
    expect(of('a.patel@elmsurgery.example', { colleagues: 3 }).colleagues).toBe(3);
    expect(of('a.patel@nhs.net', { colleagues: 3 }).colleagues).toBeNull();
    expect(of('a.patel@gmail.com', { colleagues: 3 }).colleagues).toBeNull();
  });

  it('references use letters and digits that cannot be misread', () => {
    let turn = 0;
    expect(reference(below => turn++ % below)).toMatch(/^R-[34679CDFGHJKMNPQRTVWXY]{5}$/);
  });
});
