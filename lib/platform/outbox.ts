import 'server-only';
import { readdir, readFile } from 'node:fs/promises';
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

/** The newest mails of the outbox folder, newest first. File names begin with the time. */
export async function readOutbox(most: number): Promise<StoredMail[]> {
  const files = (await readdir(folder()).catch(() => [])).filter(name => name.endsWith('.json'));
  const newest = files.sort().reverse().slice(0, most);
  return Promise.all(
    newest.map(async name => stored.parse(JSON.parse(await readFile(path.join(folder(), name), 'utf8')))),
  );
}
