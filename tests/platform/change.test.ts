import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { done, refuse } from '@/lib/core/result';
import { change } from '@/lib/platform/change';
import { env } from '@/lib/platform/env';
import { deliver } from '@/lib/platform/mailer';
import { testDatabase } from '../support/database';
import { system } from '../support/people';

const { db } = await testDatabase();

const letter = (key: string) => ({
  kind: 'confirm-address' as const,
  key,
  to: 'reader@example.nhs.uk',
  props: { name: 'Reader', token: 'the-secret-token', code: '123456' },
});

const waiting = async () =>
  db.$queryRaw<{ data: { mailId: string } }[]>`select data from pgboss.job where name = 'mail'`;

async function outbox() {
  const folder = path.join(env().DATA_DIR, 'outbox');
  const files = await readdir(folder).catch(() => []);
  return Promise.all(files.map(async file => JSON.parse(await readFile(path.join(folder, file), 'utf8'))));
}

describe('the unit of work', () => {
  it('R62 a refusal leaves no row, no audit, no mail and no job; the same change without it leaves each once', async () => {
    const setting = { key: 'tried', value: 1 };
    const refused = await change(system(), async ({ db, note, tell }) => {
      await db.setting.create({ data: setting });
      await note({ action: 'house.kept' });
      await tell(letter('refused'));
      return refuse('not-today');
    });
    expect(refused).toEqual({ ok: false, refusal: 'not-today', facts: {} });
    expect(await db.setting.count({ where: { key: 'tried' } })).toBe(0);
    expect(await db.audit.count()).toBe(0);
    expect(await db.mail.count()).toBe(0);
    expect(await waiting()).toHaveLength(0);

    await change(system(), async ({ db, note, tell }) => {
      await db.setting.create({ data: setting });
      await note({ action: 'house.kept' });
      await tell(letter('accepted'));
      return done(null);
    });
    expect(await db.setting.count({ where: { key: 'tried' } })).toBe(1);
    expect(await db.audit.count()).toBe(1);
    expect(await db.mail.count()).toBe(1);
    expect(await waiting()).toHaveLength(1);
  });

  it('R62 a fault in the middle rolls everything back too', async () => {
    const before = await db.audit.count();
    await expect(
      change(system(), async ({ note, tell }) => {
        await note({ action: 'house.kept' });
        await tell(letter('half'));
        throw new Error('the disk is full');
      }),
    ).rejects.toThrow('the disk is full');
    expect(await db.audit.count()).toBe(before);
    expect(await db.mail.count({ where: { eventKey: 'half' } })).toBe(0);
  });

  it('R62 twenty processes that tell of the same event at once write one mail', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () =>
        change(system(), async ({ tell }) => {
          await tell(letter('one-event'));
          return done(null);
        }),
      ),
    );
    expect(await db.mail.count({ where: { eventKey: 'one-event' } })).toBe(1);
  });

  it('R20 R59 a mail waits sealed: neither its token nor its address can be read in the database', async () => {
    await change(system(), async ({ tell }) => {
      await tell(letter('sealed'));
      return done(null);
    });
    const row = await db.mail.findUniqueOrThrow({ where: { eventKey: 'sealed' } });
    const stored = JSON.stringify({ ...row, sealed: Buffer.from(row.sealed ?? []).toString('latin1') });
    expect(row.sealed?.length).toBeGreaterThan(50);
    expect(stored).not.toContain('the-secret-token');
    expect(stored).not.toContain('reader@');
  });

  it('R62 twenty deliveries of one mail at once send it once, and erase its content', async () => {
    const { id } = await db.mail.findUniqueOrThrow({ where: { eventKey: 'sealed' } });
    await Promise.all(Array.from({ length: 20 }, () => deliver(id)));
    const sent = (await outbox()).filter(mail => mail.id === id);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ to: 'reader@example.nhs.uk', kind: 'confirm-address' });
    expect(sent[0].text).toContain('the-secret-token');
    expect(await db.mail.findUniqueOrThrow({ where: { id } })).toMatchObject({ sealed: null, tries: 1 });
  });

  it('R25 R27 links come from the configured address, and text that a person typed stays text', async () => {
    await change(system(), async ({ tell }) => {
      await tell({
        ...letter('hostile'),
        props: { name: '<a href="https://evil.example">\r\nBcc: x', token: 'abc', code: '1' },
      });
      return done(null);
    });
    const { id } = await db.mail.findUniqueOrThrow({ where: { eventKey: 'hostile' } });
    await deliver(id);
    const mail = (await outbox()).find(sent => sent.id === id);
    expect(mail.html).not.toContain('<a href="https://evil.example">');
    expect(mail.html).toContain('&lt;a href=');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    const links = [...mail.html.matchAll(/href="([^"]+)"/g)].map(match => match[1]);
    expect(links.length).toBeGreaterThan(0);
    expect(links.every(link => link?.startsWith(env().APP_URL))).toBe(true);
  });
});
