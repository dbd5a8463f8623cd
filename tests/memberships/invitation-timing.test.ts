import { expect, test } from 'vitest';
import { invite } from '@/lib/memberships/commands/invite';
import { cancelInvitation, resendInvitation } from '@/lib/memberships/commands/manage-invitations';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { listStatements } from '../support/statements';
import { type Asked, apart, BOUND, emailOf, MOST_PAIRS } from '../support/timing';

const { db } = await testDatabase();

for (let n = 0; n < MOST_PAIRS; n++) await aPerson({ email: emailOf(true, n) });

/** Practices for the pairs: one invites so many a day, and the first ones warm what is to be measured. */
const practices = await Promise.all(
  Array.from({ length: MOST_PAIRS / 10 }, async () => {
    const { code } = await anOrganisation();
    const admin = await aPerson();
    await joined(admin, code, 'admin');
    return { code, admin };
  }),
);
const practiceOf = ({ n }: Asked) => {
  const practice = practices[n % practices.length];
  if (!practice) throw new Error('there are practices');
  return practice;
};

test('R07 R18 inviting an address takes as long, and says the same, whether it has an account or not, over 200 tries', async () => {
  const said = new Set<string>();
  let pairs = 0;
  const distance = await apart(async asked => {
    if (asked.known) pairs++;
    const { code, admin } = practiceOf(asked);
    const answer = await invite(admin, { code, role: 'member', addresses: [asked.email] });
    said.add(answer.ok ? JSON.stringify(answer.value.outcomes.map(({ outcome }) => outcome)) : answer.refusal);
  });
  expect([...said]).toEqual(['["sent"]']);
  // It was really done: those with an account are invited, the others wait, and nobody was invited anywhere else.
  expect(await db.membership.count({ where: { state: 'invited' } })).toBe(pairs);
  expect(await db.membershipEvent.count({ where: { operation: 'invite' } })).toBe(pairs);
  expect(await db.invitation.count({ where: { membershipId: null } })).toBe(pairs);
  expect(distance).toBeLessThan(BOUND);
}, 120_000);

const waiting = async ({ n, email }: Asked) => {
  const { code: orgCode, admin } = practiceOf({ n, email, known: false });
  const { id } = await db.invitation.findUniqueOrThrow({ where: { orgCode_address: { orgCode, address: email } } });
  return { id, admin };
};

// No clock is needed to compare these: both kinds ask the database the very same things.
test.each([
  ['sending an invitation again', resendInvitation],
  ['cancelling an invitation', cancelInvitation],
])('R18 %s asks the database the same whether the address has an account or not', async (_, act) => {
  const sides: string[][] = [];
  for (const known of [true, false]) {
    const { id, admin } = await waiting({ known, n: 0, email: emailOf(known, 0) });
    let answer: unknown;
    sides.push(await listStatements(async () => (answer = await act(admin, { id }))));
    expect(answer).toMatchObject({ ok: true });
  }
  const [known, unknown] = sides;
  expect(known?.length).toBeGreaterThan(10);
  expect(known).toEqual(unknown);
  expect(await db.membership.count({ where: { state: 'invited', invitation: null } })).toBe(0);
});
