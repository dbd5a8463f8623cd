'use client';

import './globals.css';
import { Problem } from '@/components/layout/problem';

/** The last resort: the page around the page has failed too, so this one brings its own html. */
export default function BrokenDown({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <main className="mx-auto max-w-page px-gutter py-12">
          <Problem
            title="There is a problem with the service"
            reference={error.digest}
            action={<a href="/">Go to the home page</a>}
          >
            <p>It is on our side, not yours. Your last change may not have been saved.</p>
            <p>Try again in a few minutes. If it stays, write to us and quote the reference.</p>
          </Problem>
        </main>
      </body>
    </html>
  );
}
