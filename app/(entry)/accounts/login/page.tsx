import { SignInForm } from '@/components/accounts/sign-in-form';
import { Banner } from '@/components/ui/banner';
import { findRegistration } from '@/lib/accounts/queries/registration';
import { signInReasons } from '@/lib/accounts/words';
import { returnPath } from '@/lib/core/return-path';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { askPasskey, enter, enterByPasskey } from './actions';

type Asked = { next?: string | string[]; why?: string | string[]; 'signed-out'?: string };

export default async function Login({ searchParams }: { searchParams: Promise<Asked> }) {
  const asked = await searchParams;
  const viewer = await currentViewer();
  // Whoever has just confirmed an address need not type it again.
  const registration = await findRegistration(viewer, await readCookie('pending'));
  const why = signInReasons[asked['signed-out'] ? 'signed-out' : String(asked.why)];
  return (
    <SignInForm
      action={enter}
      passkey={{ ask: askPasskey, action: enterByPasskey }}
      next={typeof asked.next === 'string' ? returnPath(asked.next) : null}
      email={registration?.address ?? ''}
      signedInAs={viewer.kind === 'person' ? viewer.email : null}
      banner={why && <Banner tone={why.tone}>{why.text}</Banner>}
    />
  );
}
