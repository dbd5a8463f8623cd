import 'server-only';
import { headers } from 'next/headers';
import { CLIENT_ADDRESS } from '@/lib/core/client-address.mjs';

/** Where a request came from, as far as it can be believed. */
export type Client = { address: string; userAgent: string };

/** Who is at the other end: told by our own server, which replaces whatever a client claims (scripts/serve.mjs). */
export async function currentClient(): Promise<Client> {
  const told = await headers();
  return { address: told.get(CLIENT_ADDRESS) ?? '', userAgent: told.get('user-agent') ?? '' };
}
