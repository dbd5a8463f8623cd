import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const accountReopened = template({
  props: z.object({ name: z.string() }),
  subject: () => 'You have your account back',
  body: ({ name }, site) => (
    <MailLayout
      site={site}
      heading="You have your account back"
      why="You get this email because the account with this address was closed and is open again."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>
        Your account is open again, with the organisations and the presets it had. Requests that were waiting stay
        withdrawn.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/login/`}>Sign in</ActionLink>
    </MailLayout>
  ),
});
