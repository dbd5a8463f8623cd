import { z } from 'zod';
import { ActionLink, MailLayout, Paragraph } from './layout';
import { template } from './template';

const subjects = {
  closed: (organisation: string) => `${organisation} has closed, says the national register`,
  reopened: (organisation: string) => `${organisation} is open again, says the national register`,
  succeeded: (organisation: string) => `The national register names who took over from ${organisation}`,
};

/** To those who belong to it: the register says that an organisation closed, opened again, or has a successor. */
export const registerNews = template({
  props: z.object({
    news: z.enum(['closed', 'reopened', 'succeeded']),
    organisation: z.string(),
    code: z.string(),
    /** Since when, where the register says so. */
    since: z.string(),
    successors: z.array(z.string()),
  }),
  subject: ({ news, organisation }) => subjects[news](organisation),
  body: ({ news, organisation, code, since, successors }, site) => (
    <MailLayout
      site={site}
      heading={subjects[news](organisation)}
      why={`You get this email because you belong to ${organisation} (${code}).`}
    >
      {news === 'reopened' ? (
        <Paragraph>
          The workspace of {organisation} ({code}) can be changed again. Everything in it is as it was.
        </Paragraph>
      ) : (
        <>
          <Paragraph>
            {organisation} ({code}) {since ? `closed on ${since}` : 'is no longer in the register'}. Its workspace can
            be read, but not changed. Your membership, and what is saved there, stay.
          </Paragraph>
          <Paragraph>{takenOver(successors)}</Paragraph>
        </>
      )}
      <ActionLink href={`${site.url}/accounts/profile/`}>Open your account</ActionLink>
    </MailLayout>
  ),
});

function takenOver(successors: string[]): string {
  if (successors.length === 0)
    return 'The register names no successor. You can ask to join the organisation you work for now.';
  if (successors.length === 1) {
    return `${successors[0]} took over. You can ask to join it in your account; its admins decide and see that you belonged here.`;
  }
  return `Several organisations took over: ${successors.join('; ')}. You can ask to join yours in your account; its admins decide and see that you belonged here.`;
}
