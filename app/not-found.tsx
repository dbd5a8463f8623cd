import { Problem } from '@/components/layout/problem';
import { SessionNav, SessionWorkspace } from '@/components/layout/session-island';
import { SessionProvider } from '@/components/layout/session-provider';
import { Shell } from '@/components/layout/shell';
import { SearchForm } from '@/components/ui/search-form';

export default function NotFound() {
  return (
    <SessionProvider>
      <Shell switcher={<SessionWorkspace />} nav={<SessionNav />}>
        <Problem title="This page cannot be found">
          <p>
            The address may be incomplete or out of date, or the page is not open to you. If you typed the address,
            check it. If somebody sent it to you, ask whether you belong to that organisation.
          </p>
          <SearchForm action="/tools/search/" label="Find a practice, PCN or tool" />
        </Problem>
      </Shell>
    </SessionProvider>
  );
}
