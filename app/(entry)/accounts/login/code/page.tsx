import { redirect } from 'next/navigation';
import { SecondStepPage } from '@/components/accounts/second-step-page';
import { findSecondStep } from '@/lib/accounts/queries/second-step';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { askPasskey, finishByCode, finishByPasskey } from './actions';

/** The password was right; nobody is signed in until this page is answered (R35). */
export default async function SecondStep() {
  const ways = await findSecondStep(await currentViewer(), await readCookie('secondStep'));
  if (!ways) redirect('/accounts/login/?why=too-late');
  return (
    <SecondStepPage
      code={ways.app ? finishByCode : null}
      passkey={ways.passkey ? { ask: askPasskey, action: finishByPasskey } : null}
    />
  );
}
