import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const addressPutBack = template({
  props: z.object({ name: z.string(), token: z.string() }),
  subject: () => 'Your email address was put back',
  body: ({ name, token }, site) => (
    <MailLayout
      site={site}
      heading="Your email address was put back"
      why="You get this email because this is the address of the account again."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>
        You sign in with this address again. Everybody was signed out, and the old password no longer counts.
      </Paragraph>
      <Paragraph>If you have not chosen a new password yet, do it here. The link works for 60 minutes, once.</Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/open/?token=${token}`}>Choose a new password</ActionLink>
    </MailLayout>
  ),
});
