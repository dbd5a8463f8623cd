import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const factorRemoved = template({
  props: z.object({ name: z.string() }),
  subject: () => 'Your second factor was removed',
  body: ({ name }, site) => (
    <MailLayout
      site={site}
      heading="Your second factor was removed"
      why="You get this email because the platform team helped with a lost authenticator app or passkey of the account with this address."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>
        Your password is enough to sign in now, and every device was signed out. Set up a new authenticator app or
        passkey soon.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/login/`}>Sign in</ActionLink>
    </MailLayout>
  ),
});
