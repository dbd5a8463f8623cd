import { notFound } from 'next/navigation';
import { connection } from 'next/server';

/** An unknown address below /workspaces/: rendered per request, so that it has one content security policy. */
export default async function Unknown() {
  await connection();
  notFound();
}
