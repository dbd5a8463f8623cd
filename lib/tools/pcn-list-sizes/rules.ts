import type { Organisation } from '@/lib/organisations/schema';
import { shareOf } from '../rules/people';
import { type Figures, headlineOf, type Profile } from '../rules/profile';
import { lastChange, seriesOf } from '../rules/series';
import type { Change, Headline } from '../schema';

/** A practice of the PCN on the day that is shown; what was not published is null, never zero. */
export type Member = {
  organisation: Organisation;
  total: number | null;
  /** Of the patients of all practices listed. */
  share: number | null;
  change: Change | null;
  share0to14: number | null;
  share65plus: number | null;
};

/** The practices that belong to the PCN today, largest list first, those without figures last. */
export function membersOf({ members, sizes }: Figures, period: string): Member[] {
  const rows = members.map(organisation => {
    const size = sizes.find(one => one.code === organisation.code && one.period === period && one.total > 0);
    return { organisation, size, change: size ? lastChange(seriesOf(sizes, organisation.code, period)) : null };
  });
  const all = rows.reduce((sum, { size }) => sum + (size?.total ?? 0), 0);
  return rows
    .map(({ organisation, size, change }) => ({
      organisation,
      total: size?.total ?? null,
      share: size ? size.total / all : null,
      change,
      share0to14: size ? shareOf(size, 'share0to14') : null,
      share65plus: size ? shareOf(size, 'share65plus') : null,
    }))
    .sort((a, b) => (b.total ?? -1) - (a.total ?? -1) || a.organisation.name.localeCompare(b.organisation.name));
}

/** What a preset keeps: the figures of the PCN and how many practices they come from. */
export const pcnHeadline = (profile: Profile, members: readonly Member[]): Headline[] => [
  ...headlineOf(profile),
  {
    id: 'practices',
    label: 'Practices with patients',
    value: members.filter(member => member.total !== null).length,
    unit: 'practices',
  },
];
