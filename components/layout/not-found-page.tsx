import { NotFoundProblem } from './not-found-problem';
import { UnaskedShell } from './unasked-shell';

/** For addresses that no page answers. */
export function NotFoundPage() {
  return (
    <UnaskedShell>
      <NotFoundProblem />
    </UnaskedShell>
  );
}
