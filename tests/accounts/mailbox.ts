import { db } from '@/lib/platform/db';
import { unseal } from '@/lib/platform/seal';

type Letter = { kind: string; to: string; props: Record<string, string> };

/** Every mail that was put into the box, oldest first, as the worker would open it. */
export async function letters(): Promise<Letter[]> {
  const rows = await db().mail.findMany({ orderBy: { createdAt: 'asc' } });
  return rows.flatMap(({ kind, sealed }) => (sealed ? [{ kind, ...opened(unseal(sealed)) }] : []));
}

/** The newest mail of a kind to an address. */
export async function letterTo(to: string, kind: string): Promise<Letter> {
  const found = (await letters()).filter(letter => letter.to === to && letter.kind === kind).at(-1);
  if (!found) throw new Error(`no ${kind} to ${to}`);
  return found;
}

function opened(content: unknown): { to: string; props: Record<string, string> } {
  const text: { to: string; props: Record<string, string> } = JSON.parse(JSON.stringify(content));
  return text;
}
