import 'server-only';
import { z } from 'zod';
import { seal, unseal } from '@/lib/platform/seal';
import { readCookie, setCookie } from './cookies';

const sealed = z.object({ asked: z.string() });

/** Keeps the address somebody typed for the next page, in their own browser and unreadable there. */
export async function rememberAsked(address: string, until: Date): Promise<void> {
  await setCookie('asked', Buffer.from(seal({ asked: address })).toString('base64url'), until);
}

/** The address typed on the page before, if there was one. */
export async function askedAddress(): Promise<string | null> {
  const kept = await readCookie('asked');
  if (!kept) return null;
  try {
    return sealed.parse(unseal(Buffer.from(kept, 'base64url'))).asked;
  } catch {
    // Changed, or of another installation.
    return null;
  }
}
