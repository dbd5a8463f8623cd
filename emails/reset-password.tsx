import { z } from 'zod';
import { ActionLink, Code, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const resetPassword = template({
  props: z.object({ name: z.string(), token: z.string(), code: z.string() }),
  subject: () => 'Choose a new password',
  body: ({ name, token, code }, site) => (
    <MailLayout
      site={site}
      heading="Choose a new password"
      why="You get this email because somebody asked for a new password for the account with this address. If it was not you, do nothing: your password stays as it is."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>Open the page and type your new password there. The link works for 60 minutes, once.</Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/open/?token=${token}`}>Choose a new password</ActionLink>
      <Paragraph>Or type this code on the page where you asked for this email. It works for 10 minutes.</Paragraph>
      <Code>{code}</Code>
      <Paragraph>Afterwards you are signed out everywhere and sign in with the new password.</Paragraph>
    </MailLayout>
  ),
});
