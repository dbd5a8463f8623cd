import { type Place, PlaceTile } from '@/components/ui/place-tile';

/** What a workspace changes, said with the three signs the header uses. */
export function Places() {
  return (
    <ul className="grid gap-x-12 gap-y-5 md:grid-cols-3">
      {places.map(({ place, name, line }) => (
        <li key={place} data-ws={place} className="flex gap-3 border-t-[3px] border-way pt-3">
          <PlaceTile place={place} large />
          <div>
            <h3 className="text-m tracking-normal">{name}</h3>
            <p className="text-s text-ink-soft">{line}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

const places: { place: Place; name: string; line: string }[] = [
  {
    place: 'practice',
    name: 'A practice',
    line: 'Practice tools open on it. Copper and a house say so on every page.',
  },
  { place: 'pcn', name: 'A primary care network', line: 'Network tools open on it. Plum and three nodes say so.' },
  { place: 'none', name: 'The public view', line: 'Nothing is filled in for you. Stone and a globe say so.' },
];
