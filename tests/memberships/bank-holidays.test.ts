import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import type { Machine } from '@/lib/core/viewer';
import { refreshBankHolidays } from '@/lib/memberships/commands/refresh-bank-holidays';
import { findBankHolidays } from '@/lib/memberships/queries/bank-holidays';
import { embeddedHolidays, isBankHoliday, knowBankHolidays } from '@/lib/memberships/rules/bank-holidays';
import { decisionDue } from '@/lib/memberships/rules/deadlines';
import { readPublished } from '@/lib/memberships/rules/published-holidays';
import { env, readEnv } from '@/lib/platform/env';
import { testDatabase } from '../support/database';

const { db } = await testDatabase();
const now = new Date('2026-11-23T04:40:00Z');
const clock: Machine = { kind: 'clock', now, requestId: 'test' };

/** The file as it is published: three divisions, each with its events. */
const published = (days: Iterable<string>) =>
  JSON.stringify({
    'england-and-wales': {
      division: 'england-and-wales',
      events: [...days].map(date => ({ title: 'A bank holiday', date, notes: '', bunting: true })),
    },
    scotland: { division: 'scotland', events: [{ title: 'St Andrew’s Day', date: '2026-11-30', notes: '' }] },
  });
const embedded = [...embeddedHolidays];

// The publisher: answers with what the test puts there, under a tag of its own.
const site = { body: '', tag: '"first"', status: 200, asked: 0 };
const server = createServer((request, response) => {
  site.asked++;
  if (request.headers['if-none-match'] === site.tag) response.writeHead(304).end();
  else response.writeHead(site.status, { ETag: site.tag }).end(site.body);
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const { port } = server.address() as AddressInfo;
env().BANK_HOLIDAYS_URL = `http://127.0.0.1:${port}/bank-holidays.json`;
afterAll(() => server.close());
afterEach(() => knowBankHolidays(null));

const serve = (body: string, tag: string, status = 200) => Object.assign(site, { body, tag, status });

describe('R15 the published list of bank holidays', () => {
  it.each([
    ['a page in its place', '<!doctype html><title>Moved</title>', 200, 'not-the-list'],
    ['an empty answer', '', 200, 'not-the-list'],
    ['another list', '{"scotland":{"events":[]}}', 200, 'not-the-list'],
    ['a day that is none', published(['2026-02-30']), 200, 'not-the-list'],
    ['an old list', published(embedded.filter(day => day < '2026')), 200, 'years-missing'],
    ['a list without the next year', published(embedded.filter(day => day < '2027')), 200, 'years-missing'],
    ['a list that was cut off', published(embedded.slice(0, -3)), 200, 'years-missing'],
    ['a list with a hole', published(embedded.filter(day => !day.startsWith('2027'))), 200, 'years-missing'],
    ['an error', published(embedded), 503, 'not-reached'],
  ])('R62 %s is refused, and the embedded list goes on counting', async (_what, body, status, refusal) => {
    serve(body, `"${refusal}"`, status);
    expect(await refreshBankHolidays(clock)).toMatchObject({ ok: false, refusal });
    expect(await findBankHolidays()).toBeNull();
    expect(isBankHoliday('2026-12-28')).toBe(true);
    expect(await db.audit.count()).toBe(0);
  });

  it('is taken over once, asked for by its tag afterwards, and followed when it changes', async () => {
    serve(published(embedded), '"one"');
    expect(await refreshBankHolidays(clock)).toEqual({ ok: true, value: 'loaded' });
    expect(await refreshBankHolidays(clock)).toEqual({ ok: true, value: 'unchanged' });
    // Under another tag the same days are no news.
    serve(published(embedded), '"two"');
    expect(await refreshBankHolidays(clock)).toEqual({ ok: true, value: 'unchanged' });
    expect((await findBankHolidays())?.etag).toBe('"two"');
    expect(await db.audit.findMany({ select: { action: true, actorKind: true } })).toEqual([
      { action: 'bank-holidays.loaded', actorKind: 'clock' },
    ]);

    // A day given once, as for a coronation: promises made over it are a day longer from then on.
    const asked = new Date('2026-11-24T10:00:00Z');
    expect(decisionDue(asked)).toEqual(new Date('2026-12-01T10:00:00Z'));
    serve(published([...embedded, '2026-11-30'].sort()), '"three"');
    expect(await refreshBankHolidays(clock)).toEqual({ ok: true, value: 'loaded' });
    expect(decisionDue(asked)).toEqual(new Date('2026-12-02T10:00:00Z'));

    // What comes afterwards in its place is refused, and changes nothing.
    serve('<html>', '"four"');
    expect(await refreshBankHolidays(clock)).toMatchObject({ ok: false });
    expect((await findBankHolidays())?.days).toContain('2026-11-30');
    expect(isBankHoliday('2026-11-30')).toBe(true);
  });

  it('run twice, and twice at once, it leaves one list', async () => {
    serve(published([...embedded, '2026-11-27'].sort()), '"five"');
    await Promise.all([refreshBankHolidays(clock), refreshBankHolidays(clock)]);
    await refreshBankHolidays(clock);
    expect((await findBankHolidays())?.days).toContain('2026-11-27');
    expect(await db.setting.count({ where: { key: 'bank-holidays' } })).toBe(1);
  });

  it('counts alone in the years that it names; in others the embedded one stays', () => {
    knowBankHolidays(embedded.filter(day => day.startsWith('2026') && day !== '2026-08-31'));
    expect(isBankHoliday('2026-08-31')).toBe(false);
    expect(isBankHoliday('2026-12-28')).toBe(true);
    expect(isBankHoliday('2028-12-26')).toBe(true);
    // Scotland's are none here.
    expect(readPublished(published(embedded), now)).toMatchObject({ ok: true, value: embedded });
  });

  it('another process hears of it', async () => {
    const { followBankHolidays } = await import('@/lib/memberships/queries/bank-holidays');
    followBankHolidays();
    await vi.waitFor(() => expect(isBankHoliday('2026-11-27')).toBe(true), { timeout: 10_000 });
    const { days, ...rest } = (await findBankHolidays()) ?? { days: [] };
    await db.setting.update({
      where: { key: 'bank-holidays' },
      data: { value: { ...rest, days: [...days, '2026-11-26'] } },
    });
    await vi.waitFor(
      async () => {
        await db.$executeRaw`select pg_notify('bank-holidays', '')`;
        expect(isBankHoliday('2026-11-26')).toBe(true);
      },
      { timeout: 10_000 },
    );
  });

  it('is not fetched where the operator says so, and its address is one or "off"', async () => {
    const { asked } = site;
    const address = env().BANK_HOLIDAYS_URL;
    env().BANK_HOLIDAYS_URL = 'off';
    expect(await refreshBankHolidays(clock)).toEqual({ ok: true, value: 'off' });
    env().BANK_HOLIDAYS_URL = address;
    expect(site.asked).toBe(asked);
    expect(readEnv({ BANK_HOLIDAYS_URL: 'file:///etc/passwd' })).toMatchObject({ ok: false });
    expect(readEnv({})).toMatchObject({
      ok: true,
      value: { BANK_HOLIDAYS_URL: 'https://www.gov.uk/bank-holidays.json' },
    });
  });
});
