import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';

export type SessionLine = {
  id: string;
  device: string;
  /** Truncated; empty when it is not known. */
  network: string;
  createdAt: Date;
  lastSeenAt: Date;
  remembered: boolean;
  current: boolean;
};

const living = `
  select id, device, network, created_at as "createdAt", last_seen_at as "lastSeenAt", remembered, id = $2::uuid as current
  from sessions
  where user_id = $1::uuid and expires > $3 and last_seen_at + idle_seconds * interval '1 second' > $3
  order by id = $2::uuid desc, last_seen_at desc, id`;

/** Where the person is signed in now, this device first. */
export const listSessions = (viewer: Person): Promise<SessionLine[]> =>
  query<SessionLine>(living, [viewer.userId, viewer.sessionId, viewer.now]);
