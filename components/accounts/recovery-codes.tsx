import { ActionForm } from '@/components/ui/action-form';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { CopyButton } from '@/components/ui/copy-button';
import type { FormAction } from '@/lib/core/form';

/** New recovery codes, this once; or that they were shown already, with the way to new ones. */
export function RecoveryCodes({ codes, make }: { codes: string[] | null; make: FormAction }) {
  if (!codes) {
    return (
      <div className="grid max-w-lead gap-4">
        <p>
          Recovery codes are shown once, right after they are made. If you have not kept them, make new ones: the old
          ones stop working.
        </p>
        <ActionForm id="codes" action={make}>
          <div>
            <Button pending="Making…">Make new recovery codes</Button>
          </div>
        </ActionForm>
      </div>
    );
  }
  return (
    <div className="grid max-w-lead gap-6">
      <p>
        If your app or passkey is lost, one of these codes signs you in. Each works once. Print them, or keep them in
        your password manager. This page shows them only now: we keep nothing from which they could be read.
      </p>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-2 border-y border-line py-4 font-mono text-l sm:grid-cols-2">
        {codes.map(code => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-4">
        <CopyButton text={codes.join('\n')} done="Recovery codes copied">
          Copy all 10 codes
        </CopyButton>
        <ButtonLink href="/accounts/profile/security/">I have kept them</ButtonLink>
      </div>
    </div>
  );
}
