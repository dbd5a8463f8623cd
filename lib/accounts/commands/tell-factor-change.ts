import 'server-only';
import type { Person } from '@/lib/core/viewer';
import type { Change } from '@/lib/platform/change';
import type { FactorChange } from '../words';

/** A mail for every change to the ways of signing in (V6.3.7). */
export async function tellFactorChange({ now, tell }: Change, viewer: Person, what: FactorChange): Promise<void> {
  await tell({
    kind: 'factor-changed',
    key: `factor-changed:${what}:${viewer.userId}:${now.getTime()}`,
    to: viewer.email,
    userId: viewer.userId,
    props: { name: viewer.name, what },
  });
}
