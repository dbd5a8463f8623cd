import 'server-only';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { z } from 'zod';
import { formatDateTime } from '@/lib/core/dates';
import { isFresh } from '@/lib/core/fresh';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Machine, Person } from '@/lib/core/viewer';
import { change } from '@/lib/platform/change';
import { db } from '@/lib/platform/db';
import { env } from '@/lib/platform/env';
import { files } from '@/lib/platform/files';
import { collectExport } from '../queries/collect-export';
import { EXPORT_KEPT, EXPORT_STUCK } from '../rules/limits';
import { EXPORT_VERSION, type PersonalExport, personalExport } from '../schema/export';
import type { ExportRefusal } from '../words/leaving';

/** Orders a copy of everything about the person. One is made at a time. */
export async function askExport(viewer: Person): Promise<Result<{ id: string }, ExportRefusal>> {
  if (!isFresh(viewer, viewer.now)) return refuse('not-fresh');
  return change(viewer, async ({ db, now, note, later }) => {
    await db.$executeRaw`select 1 from users where id = ${viewer.userId}::uuid for no key update`;
    const making = await db.export.count({
      where: {
        userId: viewer.userId,
        readyAt: null,
        failedAt: null,
        createdAt: { gt: new Date(now.getTime() - EXPORT_STUCK) },
      },
    });
    if (making) return refuse('one-is-made');
    const { id } = await db.export.create({ data: { userId: viewer.userId, createdAt: now }, select: { id: true } });
    await note({ action: 'export.asked', personId: viewer.userId, subject: id });
    await later('make-export', { exportId: id });
    return done({ id });
  });
}

/** Makes it: collects, packs, stores, tells. Run again after a crash it makes the same file under the same key. */
export async function makeExport(actor: Machine, id: string): Promise<void> {
  const row = await db().export.findUnique({ where: { id }, include: { user: true } });
  if (!row || row.readyAt || row.user.state !== 'active') return;
  const { SITE_NAME, APP_URL } = env();
  const content = personalExport.parse({
    version: EXPORT_VERSION,
    service: `${SITE_NAME}, ${APP_URL}`,
    made: actor.now.toISOString(),
    ...(await collectExport(db(), row.userId)),
  });
  const zip = await pack(content, actor.now);
  const storageKey = `exports/${id}`;
  await files().put(storageKey, Readable.from([zip]), zip.length);
  await change(actor, async ({ db, now, note, tell }) => {
    await db.$executeRaw`select 1 from users where id = ${row.userId}::uuid for no key update`;
    const user = await db.user.findUniqueOrThrow({ where: { id: row.userId } });
    const expires = new Date(now.getTime() + EXPORT_KEPT);
    const { count } = await db.export.updateMany({
      where: { id, readyAt: null },
      data: { readyAt: now, failedAt: null, expires, storageKey, bytes: zip.length },
    });
    if (count === 0 || user.state !== 'active' || !user.email) return done(null);
    // The newest is enough: what an older one holds is in it.
    await db.export.updateMany({
      where: { userId: user.id, id: { not: id }, expires: { gt: now } },
      data: { expires: now },
    });
    await note({ action: 'export.made', personId: user.id, subject: id, data: { bytes: zip.length } });
    await tell({
      kind: 'export-ready',
      key: `export-ready:${id}`,
      to: user.email,
      userId: user.id,
      props: { name: user.name, until: formatDateTime(expires) },
    });
    return done(null);
  });
}

/** No try could make it: its page says so. */
export async function giveUpExport(actor: Machine, id: string): Promise<void> {
  await db().export.updateMany({ where: { id, readyAt: null }, data: { failedAt: actor.now } });
}

/** Removes the files whose time is over. Safe to run twice: the file first, then the note of where it was. */
export async function removeOldExports(actor: Machine): Promise<number> {
  const over = await db().export.findMany({
    where: { expires: { lte: actor.now }, storageKey: { not: null } },
    select: { id: true, storageKey: true },
  });
  for (const { id, storageKey } of over) {
    if (storageKey) await files().remove(storageKey);
    await db().export.update({ where: { id }, data: { storageKey: null } });
  }
  return over.length;
}

async function pack(content: PersonalExport, mtime: Date): Promise<Buffer> {
  const zip = new ZipFile();
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text, 'utf8'), name, { mtime });
  add('data.json', JSON.stringify(content, null, 2));
  add('schema.json', JSON.stringify(z.toJSONSchema(personalExport), null, 2));
  add('README.txt', readme);
  zip.end();
  return buffer(Readable.from(zip.outputStream));
}

const readme = `Everything this service holds about you.

data.json    your data, readable by people and programs
schema.json  what each part of it is (JSON Schema)

Times are in UTC. Other people are not named. What cannot be read back, such as your password, is not in it.
`;

/** A download is written down before it begins. */
export async function noteDownload(viewer: Person, id: string): Promise<void> {
  await change(viewer, async ({ note }) => {
    await note({ action: 'export.downloaded', personId: viewer.userId, subject: id });
    return done(null);
  });
}
