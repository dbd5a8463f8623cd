import { db } from '@/lib/platform/db';

/** A row that no version has written: the next page of this session that tells a notice fails, and only that one. */
export const unreadableNotice = ({ sessionId }: { sessionId: string }) =>
  db().notice.create({ data: { sessionId, kind: 'success', data: {}, createdAt: new Date() } });
