import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const factorRemoval = template({
  props: z.object({ name: z.string(), due: z.string(), token: z.string() }),
  subject: () => 'Your second factor will be removed',
  body: ({ name, due, token }, site) => (
    <MailLayout
      site={site}
      heading="Your second factor will be removed"
      why="You get this email because the platform team was asked to help with a lost authenticator app or passkey of the account with this address."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>
        On {due} the authenticator app, the passkeys and the recovery codes of your account are removed. Then your
        password is enough to sign in, and you can set up new ones.
      </Paragraph>
      <Paragraph>If you did not ask for this, stop it now and tell the people who run this service.</Paragraph>
      <ActionLink href={`${site.url}/accounts/stop-removal/?token=${token}`}>Stop the removal</ActionLink>
    </MailLayout>
  ),
});
