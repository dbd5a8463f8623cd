import type { IconName } from '@/components/ui/icon';
import { Icon } from '@/components/ui/icon';

/** What the product does, as a place: a fingerpost on a hill, and whoever waits behind it. */
export function Signpost() {
  return (
    <figure className="border-t-2 border-ink pt-3">
      <figcaption className="grid gap-1">
        <h2 className="text-l">No figure stands alone</h2>
        <p className="text-s text-ink-soft">Each is shown beside its neighbours, with its source and its date.</p>
      </figcaption>
      <div className="relative mt-6 forced-color-adjust-none">
        <div className="absolute top-0 bottom-6 left-[42%] w-3 rounded-t-full bg-ink" aria-hidden="true" />
        <ul className="relative grid gap-3 pt-5 text-s font-semibold sm:text-base">
          {arms.map(arm => (
            <li
              key={arm.text}
              data-ws={arm.place}
              className={`flex min-h-12 items-center gap-2 whitespace-nowrap sm:gap-2.5 bg-way text-way-on ${arm.shape}`}
            >
              <Icon name={arm.icon} className="size-5" />
              {arm.text}
            </li>
          ))}
        </ul>
        <Hill />
      </div>
    </figure>
  );
}

// The point of each arm is cut out of it; its foot overlaps the post.
const toTheRight =
  'ml-[36%] w-[min(64%,17rem)] pl-4 pr-7 sm:pl-8 [clip-path:polygon(0_0,calc(100%-1.25rem)_0,100%_50%,calc(100%-1.25rem)_100%,0_100%)]';
const toTheLeft =
  'ml-[max(0rem,calc(50%-15rem))] w-[min(50%,15rem)] pl-6 pr-2 sm:pl-8 [clip-path:polygon(1.25rem_0,100%_0,100%_100%,1.25rem_100%,0_50%)]';

const arms: { text: string; place: 'practice' | 'pcn' | 'none'; icon: IconName; shape: string }[] = [
  { text: 'Your practice', place: 'practice', icon: 'house', shape: toTheRight },
  { text: 'Its network', place: 'pcn', icon: 'nodes', shape: toTheLeft },
  { text: 'Its ICB, England', place: 'none', icon: 'globe', shape: toTheRight },
];

function Hill() {
  return (
    <svg
      viewBox="0 0 480 130"
      className="mt-1 h-auto w-full text-ink"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <g data-ws="practice" fill="var(--way-tint)" stroke="var(--way)">
        <path d="M341 74c-16-20-22-48-14-74 16 16 25 44 23 70" transform="translate(0 3)" />
        <path d="M356 72c-1-24 6-44 20-56l30 16c-7 10-17 14-30 13-4 9-6 18-7 28" />
        <path d="M316 112c0-26 14-44 37-44s36 18 36 44" />
        <path d="M341 84v.1M365 84v.1" strokeWidth="5" />
      </g>
      <path d="M2 112c70-6 104-34 176-40 40-3 70 0 104 6 62 11 116 24 196 24" fill="none" />
      <path d="M2 112c70-6 104-34 176-40 40-3 70 0 104 6 62 11 116 24 196 24v20H2z" fill="var(--paper)" stroke="none" />
      <path d="M2 112c70-6 104-34 176-40 40-3 70 0 104 6 62 11 116 24 196 24" />
      <path d="M70 97c2-9 1-14-3-18M72 97c1-7 4-12 9-14M430 97c1-7 0-11-3-14M432 97c2-6 5-9 9-10" strokeWidth="2" />
    </svg>
  );
}
