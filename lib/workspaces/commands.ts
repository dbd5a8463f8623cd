import 'server-only';
import { done, type Result, refuse } from '@/lib/core/result';
import type { Person } from '@/lib/core/viewer';
import { changeAtOnce } from '@/lib/platform/change';
import type { SwitchRefusal } from './schema';
import { switched } from './words';

export type SwitchedTo = { membershipId: string; code: string; name: string };

// The notice of the next page, as lib/web/notice.ts reads it. The sentence is made here because the name is. What an
// earlier switch left, and no page has told yet, does not hold any more.
const told = (name: string, code: string) => `
  outdated as (
    delete from notices where session_id = $6::uuid and kind = 'switch' and exists (select from done)
  ), told as (
    insert into notices (session_id, kind, data, created_at)
    select $6::uuid, 'switch', jsonb_build_object('tone', 'success', 'text', format($7, ${name}, ${code})), $1::timestamptz
    from done
  )`;

const toMembership = `
  moved as (
    update memberships m set last_used_at = $1::timestamptz from organisations o
    where m.id = $8::uuid and m.user_id = $4::uuid and m.state = 'active' and o.code = m.org_code
    returning m.id, o.code, o.display_name
  ), done as (
    select code as org_code, null::uuid as person_id, null as subject, '{}'::jsonb as data,
      id as "membershipId", code, display_name as name
    from moved
  ), ${told('name', 'code')}`;

const toPublicView = `
  done as (select $8::text as org_code, null::uuid as person_id, null as subject, '{}'::jsonb as data), ${told("''", "''")}`;

// format() puts name and code where the sentence says %1$s and %2$s.
const sentence = switched({ name: '%1$s', code: '%2$s' });

/**
 * Makes a membership the viewer's default, or none of them, and says so on the next page. One statement: the row, which
 * must be theirs, the audit and the notice.
 */
export async function switchTo(
  viewer: Person,
  membershipId: string | null,
): Promise<Result<SwitchedTo | null, SwitchRefusal>> {
  const { sessionId, workspace } = viewer;
  if (membershipId === null) {
    const values = [sessionId, switched(null), workspace?.code ?? null];
    await changeAtOnce(viewer, 'workspace.left', { parts: toPublicView, values });
    return done(null);
  }
  const to = await changeAtOnce<SwitchedTo>(viewer, 'workspace.switched', {
    parts: toMembership,
    values: [sessionId, sentence, membershipId],
  });
  return to ? done({ membershipId: to.membershipId, code: to.code, name: to.name }) : refuse('not-yours');
}
