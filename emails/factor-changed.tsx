import { z } from 'zod';
import { type FactorChange, factorChanges } from '@/lib/accounts/words';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

const meaning: Record<FactorChange, string> = {
  'authenticator-added': 'Signing in with the password now asks for a code of that app too.',
  'authenticator-removed': 'Its codes no longer work.',
  'passkey-added': 'It can be used to sign in to your account.',
  'passkey-removed': 'It no longer opens your account.',
  'recovery-codes-made': 'The codes you had before no longer work.',
};

export const factorChanged = template({
  props: z.object({
    name: z.string(),
    what: z.enum([
      'authenticator-added',
      'authenticator-removed',
      'passkey-added',
      'passkey-removed',
      'recovery-codes-made',
    ]),
  }),
  subject: ({ what }) => factorChanges[what],
  body: ({ name, what }, site) => (
    <MailLayout
      site={site}
      heading={factorChanges[what]}
      why="You get this email because the way of signing in to the account with this address was changed."
    >
      <Paragraph>Hello {name},</Paragraph>
      <Paragraph>
        {factorChanges[what]} on your account. {meaning[what]}
      </Paragraph>
      <Paragraph>
        If it was you, there is nothing to do. If it was not, choose a new password now, which signs every device out,
        and then look at your security page.
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/password-reset/`}>Choose a new password</ActionLink>
    </MailLayout>
  ),
});
