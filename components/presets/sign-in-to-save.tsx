import Link from 'next/link';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button-link';

/** For a visitor: what an account adds, and that the settings are still there afterwards. */
export function SignInToSave({ here, back }: { here: string; back: { href: string; text: string } }) {
  const next = `?next=${encodeURIComponent(here)}`;
  return (
    <Page
      title="Save these settings"
      lead="Saving needs an account, so that the settings can be found again and shared with your practice or PCN."
      breadcrumb={[{ href: '/tools/', text: 'Tools' }, back]}
      narrow
    >
      <div className="grid justify-items-start gap-5">
        <p>
          You can use every tool without one. After you have signed in or confirmed your new account, you come back here
          with the same settings.
        </p>
        <p className="flex max-w-none flex-wrap items-center gap-x-6 gap-y-3">
          <ButtonLink href={`/accounts/register/${next}`}>Create an account</ButtonLink>
          <Link href={`/accounts/login/${next}`}>Sign in</Link>
        </p>
        <p>
          The address of the tool holds the settings too: you can{' '}
          <Link href={back.href} prefetch={false}>
            go back to {back.text}
          </Link>{' '}
          and keep its address as a bookmark.
        </p>
      </div>
    </Page>
  );
}
