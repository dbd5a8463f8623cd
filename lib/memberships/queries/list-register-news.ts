import 'server-only';
import type { Person } from '@/lib/core/viewer';
import { query } from '@/lib/platform/db';
import type { RegisterNews } from '../schema/views';

/** For how long a change of name or PCN is worth a line on the pages of those concerned. */
const DAYS = 60;

/**
 * What the register says of the viewer's own organisations that they should know: those that closed, with who took over,
 * for as long as the viewer belongs to them or waits to; names, PCNs and reopenings while they are new. One statement.
 */
export const listRegisterNews = (viewer: Person): Promise<RegisterNews[]> =>
  query<RegisterNews>(NEWS, [viewer.userId, viewer.now]);

// Of a successor: where the viewer stands there already, so that nobody is offered what they have.
const SUCCESSORS = `
  coalesce((SELECT json_agg(json_build_object('code', n.code, 'name', n.display_name, 'town', n.town,
      'postcode', n.postcode, 'joinable', n.linkable, 'standing', h.state, 'membershipId', h.id) ORDER BY n.display_name, n.code)
    FROM organisations n LEFT JOIN memberships h ON h.org_code = n.code AND h.user_id = $1::uuid
    WHERE n.code = ANY(o.successor_codes)), '[]')`;

const NEWS = `
  WITH mine AS (
    SELECT o.*, m.id AS membership, m.state = 'pending' AS waiting FROM memberships m JOIN organisations o ON o.code = m.org_code
    WHERE m.user_id = $1::uuid AND m.state IN ('active', 'pending')
  )
  SELECT 'closed' AS news, o.code, o.display_name AS name, o.kind::text AS kind, to_char(o.closed_on, 'YYYY-MM-DD') AS day,
    '' AS was, '' AS now, o.waiting, ${SUCCESSORS} AS successors
  FROM mine o WHERE o.status IN ('closed', 'missing')
  UNION ALL
  SELECT c.change, o.code, o.display_name, o.kind::text, to_char(c.day, 'YYYY-MM-DD'),
    CASE c.change WHEN 'moved-pcn' THEN coalesce(a.display_name || ' (' || a.code || ')', '') ELSE c.was END,
    CASE c.change WHEN 'moved-pcn' THEN coalesce(b.display_name || ' (' || b.code || ')', '') ELSE c.now END, false, '[]'
  FROM mine o JOIN register_changes c ON c.code = o.code AND c.change IN ('reopened', 'renamed', 'moved-pcn')
    AND c.at > $2::timestamptz - interval '${DAYS} days'
  LEFT JOIN organisations a ON a.code = c.was AND c.change = 'moved-pcn'
  LEFT JOIN organisations b ON b.code = c.now AND c.change = 'moved-pcn'
  WHERE NOT o.waiting AND o.status NOT IN ('closed', 'missing')
    -- What has been undone since is no news: only the newest change of its kind, and only while it still holds.
    AND NOT EXISTS (SELECT FROM register_changes l WHERE l.code = c.code AND l.change = c.change AND l.at > c.at)
  ORDER BY name, code, news`;
