import type { PoolClient } from 'pg';
import type { Actor } from '@/lib/core/viewer';
import { note } from './transaction';

/**
 * Removes the demonstration register as a whole, before the first real one is written: nothing that hangs on an invented
 * organisation may end up on a real one that happens to carry its code. Memberships go (each with an audit row), and with
 * them what was arranged about belonging; presets stay with their owner, without the organisation (docs/decisions/0011).
 */
export async function replaceDemonstration(client: PoolClient, actor: Actor): Promise<void> {
  const removed = await client.query<{ id: string; userId: string; code: string; state: string }>(
    `DELETE FROM memberships m USING organisations o WHERE o.code = m.org_code AND o.demonstration
     RETURNING m.id, m.user_id AS "userId", m.org_code AS code, m.state`,
  );
  for (const { id, userId, code, state } of removed.rows) {
    const data = { code, state };
    await note(client, actor, { action: 'membership.demonstration-removed', subject: id, personId: userId, data });
  }
  for (const table of ['invitations', 'member_checks', 'pcn_deciding']) {
    await client.query(`DELETE FROM ${table} t USING organisations o WHERE o.code = t.org_code AND o.demonstration`);
  }
  await client.query(`DELETE FROM presets p USING organisations o
    WHERE o.code = p.org_code AND o.demonstration AND p.owner_id IS NULL`);
  await client.query(
    `UPDATE presets p SET org_code = NULL FROM organisations o WHERE o.code = p.org_code AND o.demonstration`,
  );
  // Figures, spells and history go with their organisation and their load.
  await client.query('DELETE FROM dataset_loads WHERE demonstration');
  await client.query('DELETE FROM organisations WHERE demonstration');
}
