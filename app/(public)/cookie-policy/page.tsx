import { Page } from '@/components/layout/page';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { cookies, storage } from './words';

export default function CookiePolicy() {
  return (
    <Page title="Cookies" lead="What this site stores in your browser, and when." narrow>
      <Section id="none" title="Signed out, nothing">
        <Prose>
          <p>
            You can open every page and every tool without a single cookie. There is no banner to answer, because there
            is nothing to agree to: no analytics, no advertising, nothing from other sites.
          </p>
        </Prose>
      </Section>
      <Section id="list" title="What an account needs">
        <Table
          caption="Cookies of this site"
          columns={[{ label: 'Name' }, { label: 'What for' }, { label: 'Set when' }, { label: 'Gone' }]}
          rows={cookies.map(line)}
        />
        <div className="mt-6">
          <Prose>
            <p>
              On a site that is reached by https, the names of the first ones start with <code>__Host-</code>, which
              keeps them from any other site. All are strictly necessary for what you asked for, so no consent is needed
              (regulation 6 of the Privacy and Electronic Communications Regulations).
            </p>
          </Prose>
        </div>
      </Section>
      <Section id="tab" title="What a page keeps in its tab">
        <Table
          caption="Session storage of this site"
          columns={[{ label: 'Name' }, { label: 'What for' }, { label: 'Set when' }, { label: 'Gone' }]}
          rows={storage.map(line)}
        />
      </Section>
    </Page>
  );
}

const line = ({ name, purpose, when, until }: (typeof cookies)[number]) => ({
  id: name,
  cells: [
    <code key="name" className="font-mono text-s break-all">
      {name}
    </code>,
    purpose,
    when,
    until,
  ],
});
