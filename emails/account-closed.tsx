import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const accountClosed = template({
  props: z.object({
    name: z.string(),
    /** Until when it can be taken back, and the link that does it; empty when it is erased at once. */
    until: z.string(),
    token: z.string(),
  }),
  subject: () => 'Your account is closed',
  body: ({ name, until, token }, site) => (
    <MailLayout
      site={site}
      heading="Your account is closed"
      why="You get this email because the account with this address was closed on its owner’s page."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>Your account is closed and every device is signed out.</Paragraph>
      {until ? (
        <>
          <Paragraph>
            It is erased on {until}. Until then you can take it back: with this link, or by signing in with your
            password.
          </Paragraph>
          <ActionLink href={`${site.url}/accounts/restore/?token=${token}`}>Keep my account</ActionLink>
          <Paragraph>
            If it was not you who closed it, take it back and choose a new password: {site.url}/accounts/password-reset/
          </Paragraph>
        </>
      ) : (
        <Paragraph>It is being erased now. You can create a new one with this address at any time.</Paragraph>
      )}
    </MailLayout>
  ),
});
