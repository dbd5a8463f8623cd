import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const passwordChanged = template({
  props: z.object({ name: z.string(), sessionsEnded: z.number().int() }),
  subject: () => 'Your password was changed',
  body: ({ name, sessionsEnded }, site) => (
    <MailLayout
      site={site}
      heading="Your password was changed"
      why="You get this email because the password of the account with this address was changed."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>The password of your account was changed. {devices(sessionsEnded)}</Paragraph>
      <Paragraph>If it was you, there is nothing to do. If it was not, choose a new password now.</Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/`}>Choose a new password</ActionLink>
    </MailLayout>
  ),
});

function devices(ended: number): string {
  if (ended === 0) return '';
  return ended === 1 ? '1 device was signed out.' : `${ended} devices were signed out.`;
}
