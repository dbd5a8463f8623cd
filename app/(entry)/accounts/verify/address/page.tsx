import { AddressForm } from '@/components/accounts/address-form';
import { NoRegistration } from '@/components/accounts/no-registration';
import { findRegistration } from '@/lib/accounts/queries/registration';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { useAddress } from '../sent/actions';

export default async function Address() {
  const registration = await findRegistration(await currentViewer(), await readCookie('pending'));
  if (!registration || registration.confirmed) return <NoRegistration />;
  return <AddressForm action={useAddress} address={registration.address} />;
}
