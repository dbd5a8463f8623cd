import { db } from '@/lib/platform/db';

/** A practice of the loaded register: open, in a PCN, with figures, and nobody has to do with it yet. */
export async function aRegisteredPractice() {
  const practice = await db().organisation.findFirstOrThrow({
    where: { ...untouched, kind: 'practice', pcn: untouched },
    include: { pcn: true },
    skip: Math.floor(Math.random() * 1000),
  });
  const { code, displayName: name, postcode, pcn } = practice;
  if (!pcn || !postcode) throw new Error(`${code} has no PCN or postcode`);
  return {
    code,
    name,
    postcode,
    named: `${name} (${code})`,
    pcn: { code: pcn.code, name: pcn.displayName, named: `${pcn.displayName} (${pcn.code})` },
  };
}

const untouched = { status: 'open' as const, linkable: true, memberships: { none: {} }, listSizes: { some: {} } };
