import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';

export type Sent = { kind: string; to: string; subject: string; text: string; html: string };

/** The newest mail of a kind to an address, waited for as a person would wait. */
export async function mailTo(address: string, kind: string, folder = process.env.DATA_DIR ?? 'data'): Promise<Sent> {
  await expect.poll(async () => (await newest(address, kind, folder)) !== undefined, { timeout: 20_000 }).toBe(true);
  const found = await newest(address, kind, folder);
  if (!found) throw new Error('no mail');
  return found;
}

async function newest(address: string, kind: string, dataFolder: string): Promise<Sent | undefined> {
  const folder = path.join(dataFolder, 'outbox');
  const files = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.json')).sort();
  // One that is gone meanwhile was somebody's who was erased.
  const texts = await Promise.all(files.map(name => readFile(path.join(folder, name), 'utf8').catch(() => null)));
  const mails = texts.flatMap(text => (text === null ? [] : [JSON.parse(text)]));
  return mails.filter(mail => mail.to === address && mail.kind === kind).at(-1);
}

/** The first link of a mail whose address contains this. */
export function linkIn({ text }: Sent, part: string): string {
  const found = text.match(/https?:\/\/\S+/g)?.find(link => link.includes(part));
  if (!found) throw new Error(`No link with ${part} in the mail`);
  return found;
}

/** The six-digit code of a mail. */
export function codeIn({ text }: Sent): string {
  const code = /^\s*(\d{3}) ?(\d{3})\s*$/m.exec(text);
  if (!code) throw new Error('No code in the mail');
  return `${code[1]}${code[2]}`;
}
