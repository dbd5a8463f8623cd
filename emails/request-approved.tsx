import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

export const requestApproved = template({
  props: z.object({ organisation: z.string(), code: z.string(), role: z.enum(['member', 'admin']), id: z.uuid() }),
  subject: ({ organisation }) => `You can now work in ${organisation}`,
  body: ({ organisation, code, role, id }, site) => (
    <MailLayout
      site={site}
      heading={`You can now work in ${organisation}`}
      why={`You get this email because you asked to join ${organisation} (${code}).`}
    >
      <Paragraph>
        Your request was approved: you are {role === 'admin' ? 'an admin' : 'a member'} of {organisation} ({code}).
      </Paragraph>
      {role === 'admin' && (
        <Paragraph>As an admin you decide who else joins. New requests reach you by email.</Paragraph>
      )}
      <Paragraph>Nothing is switched for you. Open it as your workspace when you want to.</Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/requests/${id}/`}>Open your request</ActionLink>
    </MailLayout>
  ),
});
