import type { ReactNode } from 'react';

/** What happened to one thing, oldest first. What lies ahead is drawn as an open ring. */
export function Timeline({ events }: { events: readonly TimelineEvent[] }) {
  return (
    <ol>
      {events.map((event, index) => (
        <li key={event.id} className="relative grid grid-cols-[1rem_minmax(0,1fr)] gap-x-4 pb-6 last:pb-0">
          {index < events.length - 1 && (
            <span className="absolute top-4 bottom-[-0.35rem] left-[0.45rem] w-px bg-line" aria-hidden="true" />
          )}
          <svg viewBox="0 0 16 16" className="mt-[0.3em] size-4 text-way" aria-hidden="true">
            <circle
              cx="8"
              cy="8"
              r="5"
              fill={event.ahead ? 'var(--paper)' : 'currentColor'}
              stroke="currentColor"
              strokeWidth="2"
            />
          </svg>
          <div className="grid gap-0.5">
            <p className={event.ahead ? 'text-ink-soft' : 'font-semibold'}>{event.title}</p>
            <p className="text-s text-ink-soft">{event.when}</p>
            {event.more && <div>{event.more}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

export type TimelineEvent = { id: string; title: ReactNode; when: ReactNode; more?: ReactNode; ahead?: boolean };
