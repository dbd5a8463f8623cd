import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const signInSlowed = template({
  props: z.object({ name: z.string(), token: z.string() }),
  subject: () => 'Many sign-in attempts on your account',
  body: ({ name, token }, site) => (
    <MailLayout
      site={site}
      heading="Somebody tried many times to sign in"
      why="You get this email because many wrong passwords in a row were tried for the account with this address."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        Somebody tried to sign in to your account with passwords that were not right. Nobody got in. To slow this down,
        each further try has to wait, up to 15 minutes; this can hold you up too.
      </Paragraph>
      <Paragraph>
        If it was you, or if you cannot wait, choose a new password. The link works for 60 minutes, once, and ends the
        wait.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/open/?token=${token}`}>Choose a new password</ActionLink>
    </MailLayout>
  ),
});
