import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';

export type Sent = { kind: string; to: string; subject: string; text: string; html: string };

/** The newest mail of a kind to an address, waited for as a person would wait. */
export async function mailTo(address: string, kind: string, folder = process.env.DATA_DIR ?? 'data'): Promise<Sent> {
  let found: Sent | undefined;
  const arrives = async () => {
    found = await newest(address, kind, path.join(folder, 'outbox'));
    return found !== undefined;
  };
  await expect.poll(arrives, { timeout: 20_000, intervals: [100] }).toBe(true);
  if (!found) throw new Error('no mail');
  return found;
}

async function newest(address: string, kind: string, folder: string): Promise<Sent | undefined> {
  const files = (await readdir(folder).catch(() => [])).filter(name => name.endsWith('.json')).sort();
  const mails = await Promise.all(files.map(name => read(path.join(folder, name))));
  return mails.filter(mail => mail?.to === address && mail.kind === kind).at(-1) ?? undefined;
}

// A mail never changes once it lies there, and there are hundreds of them at the end.
const known = new Map<string, Sent>();

async function read(file: string): Promise<Sent | null> {
  const before = known.get(file);
  if (before) return before;
  // One that is gone meanwhile was somebody's who was erased.
  const text = await readFile(file, 'utf8').catch(() => null);
  if (text === null) return null;
  const mail: Sent = JSON.parse(text);
  known.set(file, mail);
  return mail;
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
