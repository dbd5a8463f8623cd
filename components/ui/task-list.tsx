import Link from 'next/link';
import type { ReactNode } from 'react';

/** Steps somebody can take in their own time, with what is done already. */
export function TaskList({ tasks }: { tasks: readonly Task[] }) {
  return (
    <ol>
      {tasks.map(task => (
        <li
          key={task.text}
          className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-t border-line py-3 leading-snug"
        >
          <svg viewBox="0 0 20 20" className="mt-0.5 size-5 text-act" fill="none" aria-hidden="true">
            {task.done ? (
              <>
                <circle cx="10" cy="10" r="9" fill="currentColor" />
                <path d="m6 10.4 2.8 2.8L14.2 7.4" stroke="var(--paper)" strokeWidth="2" />
              </>
            ) : (
              <circle cx="10" cy="10" r="8.25" stroke="var(--field)" strokeWidth="1.5" />
            )}
          </svg>
          <div>
            {task.done || !task.href ? (
              <span className={task.done ? 'text-ink-soft' : ''}>{task.text}</span>
            ) : (
              <Link href={task.href}>{task.text}</Link>
            )}
            <span className="sr-only">{task.done ? ' – done' : ' – not done yet'}</span>
            {task.hint && <div className="text-s text-ink-soft">{task.hint}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

type Task = { text: string; done: boolean; href?: string; hint?: ReactNode };
