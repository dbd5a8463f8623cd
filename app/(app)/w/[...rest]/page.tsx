import { notFound } from 'next/navigation';
import { connection } from 'next/server';

/** An address nobody has: rendered per request, so that the answer has its policy's nonce. */
export default async function NotHere() {
  await connection();
  notFound();
}
