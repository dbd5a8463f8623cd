import { describe, expect, it } from 'vitest';
import { confirmBulk, runBulk } from '@/lib/memberships/commands/bulk';
import { reject } from '@/lib/memberships/commands/reject';
import { testDatabase } from '../support/database';
import { aLateRequest, all, aStaff, events, LONG, laidOut, type Request, read, stateOf } from './bulk-request';

const { db } = await testDatabase();

describe('R10 bulk decisions against single ones', () => {
  it(
    'R10 50 times: each request is decided once, by one of the two, and the other reads who and when',
    async () => {
      const staff = await aStaff();
      const requests: Request[] = [];
      for (let count = 0; count < 50; count++) requests.push(await aLateRequest());
      const bulk = await laidOut(staff, requests);
      await confirmBulk(staff, { id: bulk.id, reason: '', choices: all(bulk, 'approve') });
      const singles = async () => {
        const answers = new Map<string, boolean>();
        for (const { id, admin } of [...requests].reverse()) {
          if (admin) answers.set(id, (await reject({ ...admin, now: staff.now }, { id, reason: 'unknown' })).ok);
        }
        return answers;
      };
      const [answers] = await Promise.all([singles(), runBulk(staff, bulk.id), runBulk(staff, bulk.id)]);
      const { items } = await read(staff, bulk.id);
      for (const request of requests) {
        const item = items.find(({ membershipId }) => membershipId === request.id);
        const bySingle = answers.get(request.id) === true;
        expect(await events(request.id)).toBe(1);
        expect(item?.outcome).toBe(bySingle ? 'decided' : 'done');
        expect(await stateOf(request.id)).toBe(bySingle ? 'rejected' : 'active');
        const told = { userId: request.asker.userId, kind: { in: ['request-approved', 'request-rejected'] } };
        expect(await db.mail.count({ where: told })).toBe(1);
        const theirs = { by: request.admin?.name, at: staff.now, outcome: 'rejected' };
        expect(item?.facts).toMatchObject(bySingle ? theirs : {});
      }
      // Both got some: the race was one.
      expect(new Set(items.map(({ outcome }) => outcome))).toEqual(new Set(['done', 'decided']));
    },
    LONG,
  );
});
