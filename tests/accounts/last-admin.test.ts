import { describe, expect, it } from 'vitest';
import { closeAccount } from '@/lib/accounts/commands/close-account';
import type { Machine } from '@/lib/core/viewer';
import { demote } from '@/lib/memberships/commands/change-role';
import { leave, stepDown } from '@/lib/memberships/commands/leave';
import { move } from '@/lib/memberships/commands/move';
import { remove } from '@/lib/memberships/commands/remove';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, tuesday } from '../support/people';

const { db } = await testDatabase();
const TIMES = 50;
const LONG = 240_000;

type Admin = { person: Awaited<ReturnType<typeof aPerson>>; id: string };

async function twoAdmins() {
  const { code } = await anOrganisation();
  const [one, two] = [await aPerson(), await aPerson()];
  return {
    code,
    one: { person: one, id: (await joined(one, code, 'admin')).id },
    two: { person: two, id: (await joined(two, code, 'admin')).id },
  };
}

const clock: Machine = { kind: 'clock', now: tuesday, requestId: 'test' };
const close = ({ person }: Admin) => closeAccount(person, { email: person.email, password: '', handOvers: {} });

// Every way in which somebody stops being an admin, by themselves or by the other one.
const ways: Record<string, (self: Admin, other: Admin) => Promise<{ ok: boolean }>> = {
  leaves: self => leave(self.person, { id: self.id }),
  'steps down': self => stepDown(self.person, { id: self.id }),
  'closes the account': self => close(self),
  'is demoted': (self, other) => demote(other.person, { id: self.id }),
  lapses: self => move(clock, { operation: 'lapse', id: self.id }, async () => {}),
  'is removed': (self, other) => remove(other.person, { id: self.id, reason: 'Left' }),
};

// Two at once, each pair of ways once; those by the same way stand in races.test.ts.
const names = Object.keys(ways);
const pairs = names.flatMap((one, index) => names.slice(index + 1).map(two => [one, two] as const));

const working = (code: string) =>
  db.membership.count({ where: { orgCode: code, role: 'admin', user: { state: 'active' } } });

describe('R12 the last administrator, by every two ways at once', () => {
  it.each(pairs)(
    `R12 ${TIMES} times, one %s while the other %s: one administrator stays`,
    async (first, second) => {
      const kept = await Promise.all(
        Array.from({ length: TIMES }, async () => {
          const { code, one, two } = await twoAdmins();
          const answers = await Promise.all([ways[first]?.(one, two), ways[second]?.(two, one)]);
          // The positive control: one of the two did happen.
          expect(answers.filter(answer => answer?.ok).length).toBe(1);
          return working(code);
        }),
      );
      expect(kept).toEqual(Array(TIMES).fill(1));
    },
    LONG,
  );
});
