import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const exportReady = template({
  props: z.object({ name: z.string(), until: z.string() }),
  subject: () => 'Your data is ready to download',
  body: ({ name, until }, site) => (
    <MailLayout
      site={site}
      heading="Your data is ready to download"
      why="You get this email because you asked for a copy of everything we hold about you. If it was not you, change your password."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>The file waits behind your sign-in until {until}. Then it is removed.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/export/`}>Go to the download</ActionLink>
    </MailLayout>
  ),
});
