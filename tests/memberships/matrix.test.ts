import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/viewer';
import { move } from '@/lib/memberships/commands/move';
import { decide, type Situation } from '@/lib/memberships/rules/decide';
import {
  type Capacity,
  capacities,
  columnsOf,
  type Operation,
  operations,
  type Standing,
  standings,
  transition,
} from '@/lib/memberships/rules/machine';
import { testDatabase } from '../support/database';
import { anOrganisation, anonymous, aPerson, joined, tuesday } from '../support/people';

const { db } = await testDatabase();
const nothing = async () => {};
const authoriser = { name: 'Dr Example', position: 'GP partner', checked: 'Called the practice' };
const longAgo = new Date('2026-11-02T10:00:00Z');

/** An organisation with an admin besides the person concerned, everybody who might try something, and one row. */
async function aScene(standing: Exclude<Standing, 'none'>) {
  const pcn = await anOrganisation({ kind: 'pcn' });
  const here = await anOrganisation({ pcnCode: pcn.code });
  const elsewhere = await anOrganisation();
  const formerPcn = await anOrganisation({ kind: 'pcn' });
  const [self, admin, member, stranger, otherAdmin, pcnAdmin, formerPcnAdmin] = await Promise.all(
    Array.from({ length: 7 }, () => aPerson()),
  );
  const platform = await aPerson({ platformAdmin: true });
  if (!self || !admin || !member || !stranger || !otherAdmin || !pcnAdmin || !formerPcnAdmin)
    throw new Error('seven people were made');
  await joined(admin, here.code, 'admin');
  await joined(member, here.code, 'member');
  await joined(otherAdmin, elsewhere.code, 'admin');
  await joined(pcnAdmin, pcn.code, 'admin');
  await joined(formerPcnAdmin, formerPcn.code, 'admin');
  await db.pcnDeciding.create({ data: { orgCode: here.code, pcnCode: pcn.code, since: longAgo } });
  await db.pcnDeciding.create({
    data: { orgCode: here.code, pcnCode: formerPcn.code, since: longAgo, endedAt: longAgo },
  });
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
  const actors: Record<string, { actor: Actor; capacity: Capacity | null }> = {
    'the person': { actor: self, capacity: 'self' },
    'an admin here': { actor: admin, capacity: 'admin' },
    'a platform administrator': { actor: platform, capacity: 'platform' },
    'the clock': { actor: { kind: 'clock', ...moment }, capacity: 'clock' },
    'the register': { actor: { kind: 'register', ...moment }, capacity: 'register' },
    'a member here': { actor: member, capacity: null },
    'a stranger': { actor: stranger, capacity: null },
    'an admin elsewhere': { actor: otherAdmin, capacity: null },
    'an admin of the PCN that it lets decide': { actor: pcnAdmin, capacity: 'pcn' },
    'an admin of a PCN that decided once': { actor: formerPcnAdmin, capacity: null },
    nobody: { actor: { kind: 'anonymous', ...moment }, capacity: null },
  };
  return { row, actors };
}

const existing = standings.filter(standing => standing !== 'none');
type Scene = Awaited<ReturnType<typeof aScene>>;
type Cell = { scene: Scene; from: Standing; operation: Operation; who: string };

const read = (id: string) => db.membership.findUnique({ where: { id }, include: { events: true } });

/** Tries one cell of the table on the row, compares row and answer with the table, and puts the row back. */
async function tryCell({ scene: { row, actors }, from, operation, who }: Cell): Promise<'allowed' | 'refused'> {
  const { actor, capacity } = actors[who] ?? { actor: anonymous(), capacity: null };
  const rule = transition(operation);
  const when = capacity && rule.by[capacity];
  // The organisation has an admin and the request is late: `theirs` holds, `ownerless` does not.
  const listed = rule.from.includes(from) && (when === 'always' || when === 'theirs');
  const before = await read(row.id);
  // Whoever names an authoriser acts for the platform team, and no admin of a PCN makes somebody an admin.
  const given = capacity === 'pcn' ? ({ role: 'member' } as const) : ({ role: 'admin', authoriser } as const);
  const answer = await move(actor, { operation, id: row.id, ...given, reason: 'because' }, nothing);
  const after = await read(row.id);
  const cell = `${operation} by ${who} from ${from}`;
  expect(answer.ok, cell).toBe(listed);
  if (!answer.ok) {
    expect(after, cell).toEqual(before);
    return 'refused';
  }
  expect(after?.state ?? null, cell).toEqual(stateAfter(from, operation));
  expect(await db.audit.count({ where: { subject: row.id, action: `membership.${operation}` } })).toBeGreaterThan(0);
  await db.membership.deleteMany({ where: { id: row.id } });
  await db.membership.create({ data: row });
  return 'allowed';
}

function stateAfter(from: Standing, operation: Operation) {
  const { to } = transition(operation);
  const goal = to === 'same' ? from : (to.find(standing => standing === 'admin') ?? to[0] ?? from);
  return goal === 'none' ? null : columnsOf(goal).state;
}

describe('R09 R02 the transition table is closed on the real database', () => {
  it.each(existing)(
    'from %s: what the table lists happens, everything else is refused and changes nothing',
    async from => {
      const scene = await aScene(from);
      const cells = operations
        .filter(operation => operation !== 'request')
        .flatMap(operation => Object.keys(scene.actors).map(who => ({ scene, from, operation, who })));
      const outcomes = { allowed: 0, refused: 0 };
      for (const cell of cells) outcomes[await tryCell(cell)] += 1;
      // Every standing has something that may happen to it: the refusals beside it mean something.
      expect(outcomes.allowed, `allowed from ${from}`).toBeGreaterThan(0);
      expect(outcomes.refused).toBeGreaterThan(100);
    },
  );
});

describe('R02 the rulebook answers every operation, state and actor', () => {
  const flags = [true, false];
  const combinations = flags.flatMap(ownerless =>
    flags.flatMap(late =>
      operations.flatMap(operation =>
        standings.flatMap(standing =>
          [...capacities, null].map(capacity => ({ ownerless, late, operation, standing, capacity })),
        ),
      ),
    ),
  );
  // Somebody who is an admin here means that the organisation is not ownerless.
  const possible = combinations.filter(
    ({ ownerless, capacity, standing }) => !(ownerless && (capacity === 'admin' || standing === 'admin')),
  );

  it(`R09 allows what the table lists and nothing else, in ${possible.length} combinations`, () => {
    const wrong = possible.filter(one => {
      const { ownerless, late, operation, standing, capacity } = one;
      const admins = ownerless ? 0 : 2;
      const situation: Situation = { standing, capacity, admins, otherAdmins: admins, late, organisation: 'open' };
      return decide({ operation, role: 'member', hasAuthoriser: true }, situation).ok !== isListed(one);
    });
    expect(wrong).toEqual([]);
    expect(possible.filter(isListed).length).toBeGreaterThan(100);
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

type Combination = {
  ownerless: boolean;
  late: boolean;
  operation: Operation;
  standing: Standing;
  capacity: Capacity | null;
};

function isListed({ ownerless, late, operation, standing, capacity }: Combination): boolean {
  const { from, by } = transition(operation);
  const when = capacity ? by[capacity] : undefined;
  if (!when || !from.includes(standing)) return false;
  return when === 'always' || ownerless || (when === 'theirs' && late);
}
