import type { IconName } from './icon';
import { Icon } from './icon';

export type Place = 'practice' | 'pcn' | 'none' | 'platform';

/** The shape of a place: house, network, globe, desk. Its colour comes from data-ws. */
export function PlaceTile({ place, look = 'filled', large = false }: Props) {
  const size = large ? 'size-9 rounded' : 'size-8 rounded';
  return (
    <span data-ws={place} className={`tile grid flex-none place-items-center ${size} ${looks[look]}`}>
      <Icon name={shapes[place]} className={large ? 'size-5' : 'size-4'} />
    </span>
  );
}

type Props = { place: Place; look?: keyof typeof looks; large?: boolean };

const shapes: Record<Place, IconName> = { practice: 'house', pcn: 'nodes', none: 'globe', platform: 'desk' };
const looks = {
  filled: 'bg-way text-way-on',
  soft: 'bg-way-tint text-way-ink',
  waiting: 'border border-dashed border-field text-ink-soft',
};
