import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const recoveryCodeUsed = template({
  props: z.object({ name: z.string(), left: z.number().int() }),
  subject: () => 'A recovery code was used',
  body: ({ name, left }, site) => (
    <MailLayout
      site={site}
      heading="A recovery code was used"
      why="You get this email because a recovery code of the account with this address was used."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        One of your recovery codes was used in place of your authenticator app or passkey. {remaining(left)}
      </Paragraph>
      <Paragraph>
        If it was you, there is nothing more to do. If it was not, choose a new password now, which signs every device
        out, and make new recovery codes.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/`}>Choose a new password</ActionLink>
    </MailLayout>
  ),
});

function remaining(left: number): string {
  if (left === 0) return 'None is left: make new ones on your security page.';
  return left === 1 ? '1 is left.' : `${left} are left.`;
}
