import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form';

/** Whether data is fetched every week, and the button that changes it. */
export function WeeklyForm({ action, on, sources }: { action: FormAction; on: boolean; sources: number }) {
  return (
    <ActionForm
      id="weekly-form"
      action={action}
      hidden={{ weekly: on ? 'off' : 'on' }}
      className="grid max-w-lead gap-4"
    >
      <p>
        {on
          ? 'Every Monday at half past five each dataset with an address is fetched if it has changed.'
          : 'Nothing is fetched by itself. When this is on, each dataset with an address is fetched every Monday at half past five, if it has changed.'}{' '}
        A difference that is larger than an ordinary month’s waits for your confirmation.
      </p>
      {sources === 0 && <p className="text-s text-ink-soft">No dataset has an address yet. Open one to enter it.</p>}
      <div>
        <Button look="outlined" pending="Saving…">
          {on ? 'Stop fetching every week' : 'Fetch every week'}
        </Button>
      </div>
    </ActionForm>
  );
}
