import { z } from 'zod';
import { ActionLink, Code, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const confirmNewAddress = template({
  props: z.object({ name: z.string(), token: z.string(), code: z.string() }),
  subject: () => 'Confirm your new email address',
  body: ({ name, token, code }, site) => (
    <MailLayout
      site={site}
      heading="Confirm your new email address"
      why="You get this email because somebody wants to use this address for their account. If it was not you, do nothing: without confirmation nothing changes."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>Open the page and press the button there. The link works for 24 hours.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/email/open/?token=${token}`}>Confirm this address</ActionLink>
      <Paragraph>Or type this code on the page where you asked for the change. It works for 10 minutes.</Paragraph>
      <Code>{code}</Code>
      <Paragraph>Until then you sign in with the address you have.</Paragraph>
    </MailLayout>
  ),
});
