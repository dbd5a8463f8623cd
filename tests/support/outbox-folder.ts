import { randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const folder = () => path.join(process.env.DATA_DIR ?? '', 'outbox');

/** A mail as it lies in the folder of a test that sends none itself. */
export async function inOutbox(mail: { to: string; createdAt: Date; id?: string; kind?: string; text?: string }) {
  const whole = { id: randomUUID(), kind: 'account-enabled', subject: 'A subject', text: 'A text', ...mail };
  await mkdir(folder(), { recursive: true });
  const name = `${mail.createdAt.toISOString().replace(/[:.]/g, '-')}-${whole.id}.json`;
  await writeFile(path.join(folder(), name), JSON.stringify(whole));
  return whole.id;
}

export const emptyOutbox = () => rm(folder(), { recursive: true, force: true });
