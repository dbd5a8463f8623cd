import { z } from 'zod';
import { MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const accountDisabled = template({
  props: z.object({ name: z.string(), reason: z.string() }),
  subject: () => 'Your account is suspended',
  body: ({ name, reason }, site) => (
    <MailLayout
      site={site}
      heading="Your account is suspended"
      why="You get this email because the platform team suspended the account with this address."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>Nobody can sign in to your account for now. The reason given: {unlinked(reason)}.</Paragraph>
      <Paragraph>
        Nothing in it was deleted. If you think this is wrong, write to the people who run this service
        {site.contact ? `: ${site.contact}` : '.'}
      </Paragraph>
    </MailLayout>
  ),
});
