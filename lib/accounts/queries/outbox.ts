import 'server-only';
import type { Viewer } from '@/lib/core/viewer';
import { env } from '@/lib/platform/env';
import { readOutbox, type StoredMail } from '@/lib/platform/outbox';

const SHOWN = 100;

/**
 * The outbox holds links that open accounts. It is shown where no mail provider is configured and the site is this
 * machine's own; an installation with an address of its own keeps its mails in the folder only.
 */
export function isOutboxOpen(): boolean {
  const { hostname } = new URL(env().APP_URL);
  return env().mail === 'outbox' && /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

export async function listOutbox(_viewer: Viewer): Promise<StoredMail[]> {
  return isOutboxOpen() ? readOutbox(SHOWN) : [];
}

export async function findInOutbox(viewer: Viewer, id: string): Promise<StoredMail | null> {
  return (await listOutbox(viewer)).find(mail => mail.id === id) ?? null;
}
