import Link from 'next/link';
import { notFound } from 'next/navigation';
import { FormActions, FormPage } from '@/components/layout/form-page';
import { Page } from '@/components/layout/page';
import { Problem } from '@/components/layout/problem';
import { Button } from '@/components/ui/button';
import { ButtonLink } from '@/components/ui/button-link';
import { isSetUpOpen } from '@/lib/accounts/queries/details';
import { site } from '@/lib/core/site';
import { readCookie } from '@/lib/web/cookies';
import { currentViewer } from '@/lib/web/viewer';
import { becomeAdministrator } from './actions';

const here = encodeURIComponent('/setup/administrator/');
const title = 'Set up the first administrator';

/** Exists while nobody is platform administrator. */
export default async function SetUp() {
  const viewer = await currentViewer();
  if (!(await isSetUpOpen(viewer))) notFound();
  if (!(await readCookie('setup'))) {
    return (
      <Problem title={title}>
        <p>Open the link that the server printed when it started. It carries a code that this browser does not have.</p>
      </Problem>
    );
  }
  if (viewer.kind === 'person') {
    return (
      <FormPage action={becomeAdministrator} title={title} before={<Powers />}>
        <p>
          You are signed in as <strong className="wrap-anywhere">{viewer.email}</strong>.
        </p>
        <FormActions>
          <Button pending="Saving…">Make me platform administrator</Button>
        </FormActions>
      </FormPage>
    );
  }
  return (
    <Page title={title} narrow>
      <div className="grid justify-items-start gap-4">
        <Powers />
        <p>First sign in, or create your account and confirm its address. You come back here afterwards.</p>
        <div className="flex flex-wrap items-center gap-x-6 gap-y-3 pt-2">
          <ButtonLink href={`/accounts/register/?next=${here}`}>Create an account</ButtonLink>
          <Link href={`/accounts/login/?next=${here}`} prefetch={false}>
            Sign in
          </Link>
        </div>
      </div>
    </Page>
  );
}

function Powers() {
  return (
    <p>
      This installation of {site.name} has no platform administrator yet. A platform administrator decides requests that
      nobody in an organisation can decide, and appoints the first administrator of each organisation. The link works
      once.
    </p>
  );
}
