import { Places } from '@/components/home/places';
import { Page } from '@/components/layout/page';
import { ButtonLink } from '@/components/ui/button-link';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { Tag } from '@/components/ui/tag';
import { differences } from './words';

export default function PublicVersusAccount() {
  return (
    <Page
      title="Public and account access"
      lead="Every tool is open to everyone. An account saves you from choosing the same things again."
    >
      <Section id="compare" title="What changes with an account">
        <Table
          caption="Public and account access compared"
          columns={[{ label: 'What you can do' }, { label: 'Without an account' }, { label: 'With an account' }]}
          rows={differences.map(([what, without, account]) => ({ id: what, cells: [what, without, account] }))}
        />
      </Section>
      <Section id="workspaces" title="Working as an organisation">
        <div className="grid gap-6">
          <p>
            When you belong to a practice or a PCN you can use it as your workspace. It fills in the tools; it never
            changes who may see a figure, because figures are open to all.
          </p>
          <Places />
        </div>
      </Section>
      <Section id="belong" title="How you come to belong">
        <Prose>
          <ol>
            <li>You find your practice or PCN and ask to join.</li>
            <li>
              An administrator of that organisation decides. Where there is none yet, the platform team does. You read{' '}
              <Tag look="pending">Pending</Tag> meanwhile.
            </li>
            <li>
              You get an email. Once you are <Tag look="active">Active</Tag> or <Tag look="admin">Admin</Tag>, it is in
              your list of workspaces.
            </li>
          </ol>
          <p>An email address alone never lets anybody in: somebody who knows the organisation decides.</p>
        </Prose>
        <div className="mt-8">
          <ButtonLink href="/accounts/register/">Create an account</ButtonLink>
        </div>
      </Section>
    </Page>
  );
}
