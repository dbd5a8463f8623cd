import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const roleChanged = template({
  props: z.object({ organisation: z.string(), code: z.string(), role: z.enum(['member', 'admin']) }),
  subject: ({ organisation, role }) =>
    role === 'admin' ? `You are now an admin of ${organisation}` : `You are no longer an admin of ${organisation}`,
  body: ({ organisation, code, role }, site) => (
    <MailLayout
      site={site}
      heading={
        role === 'admin' ? `You are now an admin of ${organisation}` : `You are no longer an admin of ${organisation}`
      }
      why={`You get this email because you belong to ${organisation} (${code}).`}
    >
      <Paragraph>
        {role === 'admin'
          ? 'You decide who joins and who leaves. New requests reach you by email.'
          : 'You are still a member: your workspace and what is saved in it stay as they are.'}
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/`}>Open your account</ActionLink>
    </MailLayout>
  ),
});
