import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from './env';

/** 256 random bits as text for a URL or a cookie. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** SHA-256: what is stored in place of a token of at least 128 random bits. */
export const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** For values with little entropy (six digits): useless to somebody who has the database but not the secret. */
export const keyedDigest = (purpose: string, value: string): string =>
  createHmac('sha256', derived(`digest:${purpose}`))
    .update(value)
    .digest('base64url');

/** Encrypts JSON for the database with a key that is not in it (AES-256-GCM). */
export function seal(value: unknown): Uint8Array<ArrayBuffer> {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derived('seal'), iv);
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return new Uint8Array(Buffer.concat([iv, cipher.getAuthTag(), body]));
}

/** Opens what seal() made. Throws when it was changed or AUTH_SECRET is another one. */
export function unseal(sealed: Uint8Array): unknown {
  const bytes = Buffer.from(sealed);
  const decipher = createDecipheriv('aes-256-gcm', derived('seal'), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
}

const keys = new Map<string, Buffer>();

function derived(purpose: string): Buffer {
  const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', env().AUTH_SECRET, 'haresign', purpose, 32));
  keys.set(purpose, key);
  return key;
}
