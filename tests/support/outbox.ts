import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';

export type Sent = { kind: string; to: string; subject: string; text: string; html: string };

/** The newest mail of a kind to an address, waited for as a person would wait. */
export async function mailTo(address: string, kind: string): Promise<Sent> {
  await expect.poll(async () => (await newest(address, kind)) !== undefined, { timeout: 20_000 }).toBe(true);
  const found = await newest(address, kind);
  if (!found) throw new Error('no mail');
  return found;
}

async function newest(address: string, kind: string): Promise<Sent | undefined> {
  const folder = path.join(process.env.DATA_DIR ?? 'data', 'outbox');
  const files = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.json')).sort();
  const mails = await Promise.all(files.map(async name => JSON.parse(await readFile(path.join(folder, name), 'utf8'))));
  return mails.filter(mail => mail.to === address && mail.kind === kind).at(-1);
}
