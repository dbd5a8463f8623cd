import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

type Named = { practice: string; pcn: string };

const headings = {
  on: ({ practice, pcn }: Named) => `Admins of ${pcn} now decide requests for ${practice}`,
  off: ({ practice, pcn }: Named) => `Admins of ${pcn} no longer decide requests for ${practice}`,
  ended: ({ practice, pcn }: Named) => `The relation of ${practice} and ${pcn} has ended: the PCN no longer decides`,
};

const sentences = {
  on: {
    practice:
      'They see who asks to join and can let people in as members. They can do nothing else in the practice. Any admin of the practice can switch this off at any time.',
    pcn: 'You see who asks to join the practice and can let people in as members. You hear of new requests by email.',
  },
  off: {
    practice: 'New and waiting requests are decided by the admins of the practice, as before.',
    pcn: 'An admin of the practice has switched this off. You no longer see its requests.',
  },
  ended: {
    practice:
      'By the national register the practice no longer belongs to the PCN, or one of them has closed. Requests are decided by the admins of the practice. If it has a new PCN, you can let that one decide.',
    pcn: 'By the national register the practice no longer belongs to your PCN, or one of them has closed. You no longer see its requests.',
  },
};

/** To the admins of a practice and of its PCN: who decides the practice's requests has changed. */
export const pcnDeciding = template({
  props: z.object({
    practice: z.string(),
    code: z.string(),
    pcn: z.string(),
    news: z.enum(['on', 'off', 'ended']),
    side: z.enum(['practice', 'pcn']),
  }),
  subject: ({ news, ...named }) => headings[news](named),
  body: ({ practice, code, pcn, news, side }, site) => (
    <MailLayout
      site={site}
      heading={headings[news]({ practice, pcn })}
      why={`You get this email because you are an admin of ${side === 'practice' ? practice : pcn}.`}
    >
      <Paragraph>{sentences[news][side]}</Paragraph>
      {side === 'practice' && <ActionLink href={`${site.url}/w/${code}/pcn/`}>See who decides</ActionLink>}
      {side === 'pcn' && news === 'on' && (
        <ActionLink href={`${site.url}/w/${code}/approvals/`}>See its requests</ActionLink>
      )}
    </MailLayout>
  ),
});
