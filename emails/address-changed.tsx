import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const addressChanged = template({
  props: z.object({ name: z.string(), address: z.string(), token: z.string() }),
  subject: () => 'Your email address was changed',
  body: ({ name, address, token }, site) => (
    <MailLayout
      site={site}
      heading="Your email address was changed"
      why="You get this email because this was the address of the account until now."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>
        The address of your account is now {address}. From now on you sign in with it, and our emails go there.
      </Paragraph>
      <Paragraph>
        If it was you, there is nothing to do. If it was not, put this address back. The link works for 7 days.
        Everybody is signed out then, and you choose a new password.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/email/undo/?token=${token}`}>Put this address back</ActionLink>
    </MailLayout>
  ),
});
