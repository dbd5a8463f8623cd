import 'server-only';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { env } from './env';

const stored = z.object({
  id: z.uuid(),
  kind: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  createdAt: z.coerce.date(),
});

export type StoredMail = z.infer<typeof stored>;

const folder = () => path.join(env().DATA_DIR, 'outbox');

/** The newest mails of the outbox folder, newest first. */
export async function readOutbox(most: number): Promise<StoredMail[]> {
  const mails = await Promise.all((await names()).slice(0, most).map(name => read(name).catch(unlessGone)));
  return mails.filter(mail => mail !== null);
}

/** Removes mails from the folder, and answers how many. Safe to run twice, and while others write and read. */
export async function removeFromOutbox(goes: (mail: StoredMail) => boolean): Promise<number> {
  let removed = 0;
  for (const name of await names()) {
    const mail = await read(name).catch(unlessGone);
    if (!mail || !goes(mail)) continue;
    await rm(path.join(folder(), name), { force: true });
    removed += 1;
  }
  return removed;
}

// They begin with the time.
const names = async () =>
  (await readdir(folder()).catch(() => []))
    .filter(name => name.endsWith('.json'))
    .sort()
    .reverse();

const read = async (name: string): Promise<StoredMail> =>
  stored.parse(JSON.parse(await readFile(path.join(folder(), name), 'utf8')));

function unlessGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
