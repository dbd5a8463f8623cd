import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const alreadyRegistered = template({
  props: z.object({ name: z.string() }),
  subject: () => 'You already have an account',
  body: ({ name }, site) => (
    <MailLayout
      site={site}
      heading="You already have an account"
      why="You get this email because somebody tried to use this address for another account. If it was not you, do nothing: your account and your password are as they were."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        There is an account with this address already, so no new one is needed. Sign in with the password you have.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/login/`}>Sign in</ActionLink>
      <Paragraph>If you no longer know your password, choose a new one: {site.url}/accounts/password-reset/</Paragraph>
    </MailLayout>
  ),
});
