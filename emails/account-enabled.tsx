import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const accountEnabled = template({
  props: z.object({ name: z.string() }),
  subject: () => 'Your account works again',
  body: ({ name }, site) => (
    <MailLayout
      site={site}
      heading="Your account works again"
      why="You get this email because the platform team ended the suspension of the account with this address."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>You can sign in again. Everything is as it was.</Paragraph>
      <ActionLink href={`${site.url}/accounts/login/`}>Sign in</ActionLink>
    </MailLayout>
  ),
});
