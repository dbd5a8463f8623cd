import { notFound } from 'next/navigation';
import { connection } from 'next/server';

/** An unknown address here is rendered per request, so that it gets the policy of such pages. */
export default async function Unknown() {
  await connection();
  notFound();
}
