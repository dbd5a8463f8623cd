import { z } from 'zod';
import { ActionLink, Code, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const confirmAddress = template({
  props: z.object({ name: z.string(), token: z.string(), code: z.string() }),
  subject: () => 'Confirm your email address',
  body: ({ name, token, code }, site) => (
    <MailLayout
      site={site}
      heading="Confirm your email address"
      why="You get this email because somebody created an account with this address. If it was not you, do nothing: without confirmation the account cannot be used, and it is removed after 30 days."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>Open the page and press the button there. The link works for 24 hours.</Paragraph>
      <ActionLink href={`${site.url}/accounts/verify/?token=${token}`}>Confirm this address</ActionLink>
      <Paragraph>Or type this code on the page where you created the account. It works for 10 minutes.</Paragraph>
      <Code>{code}</Code>
    </MailLayout>
  ),
});
