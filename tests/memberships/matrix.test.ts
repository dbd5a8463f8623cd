import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/viewer';
import { move } from '@/lib/memberships/commands/move';
import { decide, type Situation } from '@/lib/memberships/rules/decide';
import {
  capacities,
  columnsOf,
  operations,
  type Standing,
  standings,
  transition,
  transitions,
} from '@/lib/memberships/rules/machine';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, tuesday } from '../support/people';

const { db } = await testDatabase();
const nothing = async () => {};
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };
const longAgo = new Date('2026-11-02T10:00:00Z');

/** An organisation with an admin besides the person concerned, everybody who might try something, and one row. */
async function aScene(standing: Exclude<Standing, 'none'>) {
  const pcn = await anOrganisation({ kind: 'pcn' });
  const here = await anOrganisation({ pcnCode: pcn.code });
  const elsewhere = await anOrganisation();
  const [self, admin, member, stranger, otherAdmin, pcnAdmin] = await Promise.all(
    Array.from({ length: 6 }, () => aPerson()),
  );
  const platform = await aPerson({ platformAdmin: true });
  if (!self || !admin || !member || !stranger || !otherAdmin || !pcnAdmin) throw new Error('six people were made');
  await joined(admin, here.code, 'admin');
  await joined(member, here.code, 'member');
  await joined(otherAdmin, elsewhere.code, 'admin');
  await joined(pcnAdmin, pcn.code, 'admin');
  const row = {
    id: randomUUID(),
    reference: `R-${randomUUID().slice(0, 8)}`,
    userId: self.userId,
    orgCode: here.code,
    ...columnsOf(standing),
    stateSince: longAgo,
    requestedAt: longAgo,
    createdAt: longAgo,
  };
  await db.membership.create({ data: row });
  const moment = { now: tuesday, requestId: 'test' };
  const actors: Record<string, { actor: Actor; capacity: (typeof capacities)[number] | null }> = {
    'the person': { actor: self, capacity: 'self' },
    'an admin here': { actor: admin, capacity: 'admin' },
    'a platform administrator': { actor: platform, capacity: 'platform' },
    'the clock': { actor: { kind: 'clock', ...moment }, capacity: 'clock' },
    'the register': { actor: { kind: 'register', ...moment }, capacity: 'register' },
    'a member here': { actor: member, capacity: null },
    'a stranger': { actor: stranger, capacity: null },
    'an admin elsewhere': { actor: otherAdmin, capacity: null },
    'an admin of the PCN': { actor: pcnAdmin, capacity: null },
    nobody: { actor: { kind: 'anonymous', ...moment }, capacity: null },
  };
  return { row, actors };
}

const existing = standings.filter(standing => standing !== 'none');

describe('R09 R02 the transition table is closed on the real database', () => {
  it.each(existing)(
    'from %s: what the table lists happens, everything else is refused and changes nothing',
    async from => {
      const { row, actors } = await aScene(from);
      const read = () => db.membership.findUnique({ where: { id: row.id }, include: { events: true } });
      let allowed = 0;
      let refused = 0;
      for (const operation of operations.filter(name => name !== 'request')) {
        const rule = transition(operation);
        for (const [who, { actor, capacity }] of Object.entries(actors)) {
          const before = await read();
          const when = capacity && rule.by[capacity];
          // The organisation has an admin and the request is late: `theirs` holds, `ownerless` does not.
          const listed = rule.from.includes(from) && (when === 'always' || when === 'theirs');
          const answer = await move(
            actor,
            { operation, id: row.id, role: 'admin', authoriser, reason: 'because' },
            nothing,
          );
          const after = await read();
          const cell = `${operation} by ${who} from ${from}`;
          expect(answer.ok, cell).toBe(listed);
          if (!answer.ok) {
            expect(after, cell).toEqual(before);
            refused += 1;
            continue;
          }
          allowed += 1;
          const goal = rule.to === 'same' ? from : rule.to.includes('admin') ? 'admin' : rule.to[0];
          if (goal === 'none') expect(after, cell).toBeNull();
          else expect(after, cell).toMatchObject(columnsOf(goal ?? from));
          expect(
            await db.audit.count({ where: { subject: row.id, action: `membership.${operation}` } }),
          ).toBeGreaterThan(0);
          await db.membership.deleteMany({ where: { id: row.id } });
          await db.membership.create({ data: row });
        }
      }
      // Every standing has something that may happen to it: the refusals beside it mean something.
      expect(allowed, `allowed from ${from}`).toBeGreaterThan(0);
      expect(refused).toBeGreaterThan(100);
    },
  );
});

describe('R02 the rulebook answers every operation, state and actor', () => {
  const circumstances = [true, false].flatMap(ownerless => [true, false].map(late => ({ ownerless, late })));
  it.each(circumstances)('with ownerless $ownerless and late $late', ({ ownerless, late }) => {
    for (const operation of operations) {
      for (const standing of standings) {
        for (const capacity of [...capacities, null]) {
          const admins = ownerless ? 0 : 2;
          const situation: Situation = { standing, capacity, admins, otherAdmins: admins, late, organisation: 'open' };
          // Somebody who is an admin here means that the organisation is not ownerless.
          if (ownerless && (capacity === 'admin' || standing === 'admin')) continue;
          const answer = decide({ operation, role: 'member', hasAuthoriser: true }, situation);
          const rule = transitions[operation];
          const when = capacity ? transition(operation).by[capacity] : undefined;
          const theirs = when === 'always' || ownerless || (when === 'theirs' && late);
          const listed = when !== undefined && theirs && transition(operation).from.includes(standing);
          expect(answer.ok, `${operation} ${standing} ${capacity}`).toBe(listed);
          if (answer.ok && rule.to !== 'same') expect(rule.to).toContain(answer.value);
        }
      }
    }
  });

  it('R06 names the requester’s own decision as what it is, and lets another admin decide', () => {
    const base = { standing: 'pending', admins: 1, otherAdmins: 1, late: true, organisation: 'open' } as const;
    expect(decide({ operation: 'approve', role: 'admin' }, { ...base, capacity: 'self' })).toMatchObject({
      refusal: 'own-request',
    });
    expect(decide({ operation: 'approve', role: 'admin' }, { ...base, capacity: 'admin' })).toMatchObject({
      ok: true,
      value: 'admin',
    });
  });
});
