import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { z } from 'zod';
import { SettleForm } from '@/components/memberships/settle-form';
import { formatDate } from '@/lib/core/dates';
import { listUnansweredChecks } from '@/lib/memberships/queries/member-checks';
import { requirePowers } from '@/lib/web/powers';
import { requireViewer } from '@/lib/web/viewer';
import { settleUnanswered } from '../actions';

const list = '/admin/checks/';

/** The last admin of an organisation that did not check its members: what the platform team found out. */
export default async function SettleCheck({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const viewer = await requireViewer(`${list}${id}/`);
  await requirePowers(viewer, 'platform', `${list}${id}/`);
  if (!z.uuid().safeParse(id).success) notFound();
  const [check] = (await listUnansweredChecks(viewer, id)) ?? [];
  // Settled meanwhile: the list says what is left.
  if (!check) redirect(list);
  const { organisation, code, name, email, since, lastSignIn } = check;
  return (
    <SettleForm
      action={settleUnanswered}
      id={id}
      name={name}
      lead={`Nobody has checked who belongs to ${organisation} (${code}). ${name} (${email}) is its last admin, since ${formatDate(since)}, and ${lastSignIn ? `signed in last on ${formatDate(lastSignIn)}` : 'has never signed in'}.`}
      cancel={
        <Link href={list} prefetch={false}>
          Back to the list
        </Link>
      }
    />
  );
}
