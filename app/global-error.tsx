'use client';

import './globals.css';
import { FailedProblem } from '@/components/layout/failed-problem';

/** The last resort: the page around the page has failed too, so this one brings its own html. */
export default function BrokenDown({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en-GB">
      <body>
        <main className="mx-auto max-w-page px-gutter py-12">
          <FailedProblem reference={error.digest} action={<a href="/">Go to the home page</a>} />
        </main>
      </body>
    </html>
  );
}
