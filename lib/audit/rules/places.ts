const requests = new Set(['request', 'add-message', 'nudge', 'remind', 'escalate', 'ask-for-more', 'undo-approve']);
const decided = new Set(['approve', 'reject']);

/** The page of an organisation on which more is to be seen of an entry; null where there is none. */
export function placeOf(action: string, code: string): string | null {
  const [about, what = ''] = action.split('.');
  if (about === 'preset') return '/accounts/profile/presets/';
  if (about === 'register') return `/w/${code}/`;
  if (about !== 'membership') return null;
  if (requests.has(what) || what === 'undo-reject') return `/w/${code}/approvals/`;
  return decided.has(what) ? `/w/${code}/approvals/?show=decided` : `/w/${code}/members/`;
}

/** The page of the platform team on which more is to be seen of an entry. */
export function platformPlaceOf(action: string, subject: string | null, person: string | null): string | null {
  const [about] = action.split('.');
  if (about === 'membership' && subject) return `/admin/requests/${subject}/`;
  if (about === 'dataset') return '/admin/datasets/';
  return person ? `/admin/people/${person}/` : null;
}
