import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

const secrets = z.object({
  /** Keys the session and the seals of the mails. */
  AUTH_SECRET: z.string().min(43),
  /** 32 bytes: Next.js encrypts with it what a form's action carries. */
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: z.string().min(44),
});

/** The secrets of an installation without configuration: made once, in DATA_DIR/secrets.json, for its owner alone. */
export async function readSecrets(folder: string): Promise<z.infer<typeof secrets>> {
  const file = path.join(folder, 'secrets.json');
  const text = (await read(file)) ?? (await make(file));
  const parsed = secrets.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`${file} is damaged. Restore it, or remove it: everybody is then signed out.`);
  return parsed.data;
}

const read = (file: string) => readFile(file, 'utf8').catch(() => undefined);

/** Written beside its place first: nobody ever reads half of it, and of two processes that make it one wins. */
async function make(file: string) {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o711 });
  const fresh = `${file}.${process.pid}`;
  const handle = await open(fresh, 'w', 0o600);
  const secret = (encoding: 'base64' | 'base64url') => randomBytes(32).toString(encoding);
  const values = { AUTH_SECRET: secret('base64url'), NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secret('base64') };
  await handle.writeFile(`${JSON.stringify(values, null, 2)}\n`);
  await handle.sync();
  await handle.close();
  await link(fresh, file).catch(() => undefined);
  await rm(fresh, { force: true });
  return readFile(file, 'utf8');
}
