import { redirect } from 'next/navigation';
import { FarewellForm } from '@/components/accounts/farewell-form';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { graceDays } from '@/lib/accounts/queries/grace-days';
import { findLeaving } from '@/lib/accounts/queries/leaving';
import { handOvers } from '@/lib/accounts/schema/leaving';
import { takeTyped } from '@/lib/web/resume';
import { requireFresh } from '@/lib/web/viewer';
import { deleteAccount } from '../actions';

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ConfirmDelete({ searchParams }: Asked) {
  const chosen = handOvers.parse(await searchParams);
  const fields = Object.entries(chosen).map(([code, choice]) => [`admin-${code}`, choice]);
  const viewer = await requireFresh(`/accounts/profile/delete/confirm/?${new URLSearchParams(fields)}`);
  const { onlyAdminOf, hasPassword } = await findLeaving(viewer);
  if (onlyAdminOf.some(({ code }) => !chosen[code])) redirect('/accounts/profile/delete/');
  const typed = await takeTyped(viewer, '/accounts/profile/delete/confirm/');
  return (
    <FarewellForm
      action={deleteAccount}
      hidden={Object.fromEntries(fields)}
      grace={graceDays()}
      hasPassword={hasPassword}
      values={typed?.values}
      banner={<NoticeBanners notices={typed?.notices} />}
    />
  );
}
