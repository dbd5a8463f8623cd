import { describe, expect, it } from 'vitest';
import type { Machine } from '@/lib/core/viewer';
import { runClocks } from '@/lib/memberships/commands/run-clocks';
import { embeddedHolidays } from '@/lib/memberships/rules/bank-holidays';
import { decisionDue, expiryDue, reminderDue } from '@/lib/memberships/rules/deadlines';
import { isWorkingDay, londonDay, workingDaysBetween } from '@/lib/memberships/rules/working-days';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined } from '../support/people';
import { asks } from './asking';

const { db } = await testDatabase();
const clockAt = (now: Date): Machine => ({ kind: 'clock', now, requestId: 'test' });

async function askedAt(now: Date) {
  const { code } = await anOrganisation();
  const admin = await aPerson({ now });
  await joined(admin, code, 'admin');
  const { id, person } = await asks(code, await aPerson({ now }));
  const happened = async () => {
    const events = await db.membershipEvent.findMany({ where: { membershipId: id }, orderBy: { position: 'asc' } });
    return events.map(({ operation, at }) => `${operation} ${at.toISOString()}`);
  };
  return { id, code, admin, person, happened };
}

// When it was asked, and when by hand and calendar it is to be reminded, passed on to the platform team, and ended.
const cases = [
  ['on a Saturday', '2026-11-21T15:30', '2026-11-26T00:00', '2026-11-30T00:00', '2026-12-21T15:30'],
  ['over Christmas 2024', '2024-12-24T10:00', '2024-12-31T10:00', '2025-01-03T10:00', '2025-01-23T10:00'],
  ['over August’s bank holiday 2025', '2025-08-22T08:00', '2025-08-28T08:00', '2025-09-01T08:00', '2025-09-21T08:00'],
  ['over Easter and into summer time', '2026-03-27T10:00', '2026-04-01T09:00', '2026-04-07T09:00', '2026-04-26T10:00'],
  ['out of summer time', '2026-10-22T09:00', '2026-10-27T10:00', '2026-10-29T10:00', '2026-11-21T09:00'],
  ['in the first of two equal hours', '2026-10-25T00:30', '2026-10-29T00:00', '2026-11-02T00:00', '2026-11-24T00:30'],
  ['in the second of them', '2026-10-25T01:30', '2026-10-29T00:00', '2026-11-02T00:00', '2026-11-24T01:30'],
  ['over Christmas 2026, moved on', '2026-12-23T09:00', '2026-12-30T09:00', '2027-01-04T09:00', '2027-01-22T09:00'],
  ['over Easter 2027, on both days', '2027-03-25T10:00', '2027-04-01T09:00', '2027-04-05T09:00', '2027-04-24T10:00'],
  ['over New Year 2028, moved on', '2027-12-31T12:00', '2028-01-06T12:00', '2028-01-10T12:00', '2028-01-30T12:00'],
  ['over May’s bank holiday 2028', '2028-05-26T08:00', '2028-06-01T08:00', '2028-06-05T08:00', '2028-06-25T08:00'],
] as const;

describe('R15 the clocks over weekends, bank holidays and the changes of summer time', () => {
  it.each(cases)(
    'R15 asked %s: each happens at its time and once, run twice and in two processes',
    async (_, ...at) => {
      const [asked, remind, escalate, expire] = at.map(text => new Date(`${text}:00Z`));
      if (!asked || !remind || !escalate || !expire) throw new Error('four moments');
      const platform = await aPerson({ platformAdmin: true, now: asked });
      const { happened, admin, person } = await askedAt(asked);
      const expected = [`request ${asked.toISOString()}`];
      for (const [operation, due] of [
        ['remind', remind],
        ['escalate', escalate],
        ['expire', expire],
      ] as const) {
        await runClocks(clockAt(new Date(due.getTime() - 1)));
        expect(await happened(), `just before ${operation}`).toEqual(expected);
        // As two processes at the same moment, and once more afterwards.
        await Promise.all([runClocks(clockAt(due)), runClocks(clockAt(due))]);
        await runClocks(clockAt(due));
        expected.push(`${operation} ${due.toISOString()}`);
        expect(await happened(), operation).toEqual(expected);
      }
      const kinds = async (userId: string) =>
        (await db.mail.findMany({ where: { userId } })).map(({ eventKey }) => eventKey.split(':')[0]).sort();
      expect(await kinds(admin.userId)).toEqual(['request-new', 'request-reminder']);
      expect(await kinds(platform.userId)).toEqual(['request-late']);
      expect(await kinds(person.userId)).toEqual(['request-expired', 'request-late']);
      await db.user.update({ where: { id: platform.userId }, data: { platformAdminSince: null } });
    },
  );

  it('R15 one run does everything that is due by then, for 60 requests and in two processes, each once', async () => {
    const asked = new Date('2026-12-01T10:00:00Z');
    const all = [];
    for (let count = 0; count < 60; count++) all.push(await askedAt(asked));
    const due = clockAt(decisionDue(asked));
    const [one, other] = await Promise.all([runClocks(due), runClocks(due)]);
    expect(one.reminded + other.reminded).toBe(60);
    expect(one.escalated + other.escalated).toBe(60);
    expect(await runClocks(due)).toEqual({ reminded: 0, escalated: 0, expired: 0 });
    for (const { happened } of all) expect(await happened()).toHaveLength(3);
  });
});

describe('R15 on every day from 2024 to 2028', () => {
  const days = Array.from({ length: 1827 }, (_, index) => new Date(Date.UTC(2024, 0, 1 + index, 11, 30)));

  it('R15 reminders and escalations fall on working days, 3 and 5 of them later, at the hour it was asked', () => {
    for (const asked of days) {
      const begins = isWorkingDay(londonDay(asked));
      for (const [due, count] of [
        [reminderDue(asked), 3],
        [decisionDue(asked), 5],
      ] as const) {
        expect(isWorkingDay(londonDay(due)), `${asked.toISOString()} + ${count}`).toBe(true);
        expect(workingDaysBetween(asked, due), asked.toISOString()).toBe(begins ? count : count + 1);
        const hour = (at: Date) => at.toLocaleTimeString('en-GB', { timeZone: 'Europe/London' });
        expect(hour(due)).toBe(begins ? hour(asked) : '00:00:00');
      }
      expect(expiryDue(asked).getTime() - asked.getTime()).toBe(30 * 86_400_000);
    }
    expect(days.at(-1)?.toISOString().slice(0, 10)).toBe('2028-12-31');
  });

  it('R15 no bank holiday of the list counts as a day on which somebody should have decided', () => {
    for (const day of embeddedHolidays) {
      const before = new Date(`${day}T00:00:00Z`);
      const eve = new Date(before.getTime() - 3_600_000 * 12);
      expect(workingDaysBetween(eve, new Date(`${day}T18:00:00Z`)), day).toBe(0);
    }
    expect(embeddedHolidays.size).toBe(40);
  });
});
