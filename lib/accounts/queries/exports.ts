import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Person } from '@/lib/core/viewer';
import { db } from '@/lib/platform/db';
import { files } from '@/lib/platform/files';
import { EXPORT_STUCK } from '../rules/limits';

export type OwnExport = {
  id: string;
  asked: Date;
  state: 'making' | 'ready' | 'failed';
  until: Date | null;
  bytes: number;
};

/** The newest export of the person that is being made, can be downloaded or could not be made; null when there is none. */
export async function findOwnExport(viewer: Person): Promise<OwnExport | null> {
  const row = await db().export.findFirst({ where: { userId: viewer.userId }, orderBy: { createdAt: 'desc' } });
  if (!row || (row.expires && row.expires <= viewer.now)) return null;
  const stuck = row.createdAt.getTime() + EXPORT_STUCK <= viewer.now.getTime();
  const unfinished = row.failedAt || stuck ? 'failed' : 'making';
  return {
    id: row.id,
    asked: row.createdAt,
    state: row.readyAt ? 'ready' : unfinished,
    until: row.expires,
    bytes: row.bytes ?? 0,
  };
}

const SOON = 3000;

/** Waits a moment: most exports are ready before the next page is shown. */
export async function waitForExport(id: string): Promise<void> {
  for (const end = Date.now() + SOON; Date.now() < end; await pause(200)) {
    if (await db().export.count({ where: { id, readyAt: { not: null } } })) return;
  }
}

/** The file of one's own export, or null: other people's do not exist. */
export async function openOwnExport(viewer: Person, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db().export.findFirst({
    where: { id, userId: viewer.userId, expires: { gt: viewer.now }, storageKey: { not: null } },
  });
  if (!row?.storageKey) return null;
  return { body: await files().get(row.storageKey), bytes: row.bytes ?? 0, made: row.readyAt ?? row.createdAt };
}
