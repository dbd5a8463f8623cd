import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FormAction } from '@/lib/core/form';

/** A likely slip in the address: offered, never insisted on. */
export function DidYouMean({ action, typed, meant }: { action: FormAction; typed: string; meant: string }) {
  return (
    <Notice tone="amber" icon="warning">
      <p>
        You typed <strong className="wrap-anywhere">{typed}</strong>. Did you mean{' '}
        <strong className="wrap-anywhere">{meant}</strong>?
      </p>
      <ActionForm id="meant" action={action} hidden={{ email: meant }}>
        <div>
          <Button look="link" pending="Sending…">
            Use {meant}
          </Button>
        </div>
      </ActionForm>
    </Notice>
  );
}
