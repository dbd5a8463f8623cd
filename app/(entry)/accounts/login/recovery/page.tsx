import { redirect } from 'next/navigation';
import { RecoveryForm } from '@/components/accounts/recovery-form';
import { findSecondStep } from '@/lib/accounts/queries/second-step';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { finishByRecoveryCode } from '../code/actions';

/** The way in for whoever has lost their app or passkey and kept the codes. */
export default async function Recovery() {
  const ways = await findSecondStep(await currentViewer(), await readCookie('secondStep'));
  if (!ways) redirect('/accounts/login/?why=too-late');
  return <RecoveryForm action={finishByRecoveryCode} />;
}
