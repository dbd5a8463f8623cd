import { z } from 'zod';
import { formatDateTime } from '@/lib/core/dates';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const newDevice = template({
  props: z.object({ name: z.string(), device: z.string(), network: z.string(), at: z.iso.datetime() }),
  subject: () => 'New sign-in to your account',
  body: ({ name, device, network, at }, site) => (
    <MailLayout
      site={site}
      heading="New sign-in to your account"
      why="You get this email because the account with this address was opened on a device or network that it was not used on before."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        Somebody signed in to your account with {device}
        {network && `, from a network that begins with ${network}`}, on {formatDateTime(new Date(at))}.
      </Paragraph>
      <Paragraph>
        If it was you, there is nothing to do. If it was not, choose a new password now: it signs every device out.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/`}>Choose a new password</ActionLink>
      <Paragraph>You can see the devices that are signed in under “Signed-in devices” in your account.</Paragraph>
    </MailLayout>
  ),
});
