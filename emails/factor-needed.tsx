import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';
import { unlinked } from './unlinked';

export const factorNeeded = template({
  props: z.object({ name: z.string(), until: z.string(), resting: z.boolean() }),
  subject: ({ resting }) =>
    resting ? 'Your admin powers are resting: set up a second step' : 'Set up a second step to stay an admin',
  body: ({ name, until, resting }, site) => (
    <MailLayout
      site={site}
      heading={resting ? 'Your admin powers are resting' : 'Set up a second step to stay an admin'}
      why="You get this email because you are an admin of an organisation or of this service, and your account has no second step for signing in."
    >
      <Paragraph>Hello {unlinked(name)},</Paragraph>
      <Paragraph>
        {resting
          ? `Since ${until} you can no longer act as an admin, because your account has no second step for signing in. Nothing is lost: once you have set one up, you can act as an admin again at once.`
          : `Admins need a second step for signing in: an authenticator app or a passkey. Without one, you can no longer act as an admin from ${until}. It takes about two minutes.`}
      </Paragraph>
      <ActionLink href={`${site.url}/accounts/profile/security/`}>Set up a second step</ActionLink>
    </MailLayout>
  ),
});
