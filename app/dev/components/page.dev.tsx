import { MainNav } from '@/components/layout/main-nav';
import { Page } from '@/components/layout/page';
import { Shell } from '@/components/layout/shell';
import { SwitcherView } from '@/components/layout/switcher-view';
import { Banner } from '@/components/ui/banner';
import { Section } from '@/components/ui/section';
import { Controls } from './controls';
import { Data } from './data';
import { States } from './states';

/** Every component in all its states, for whoever changes one. Only `next dev` has this page. */
export default async function Components({
  searchParams,
}: {
  searchParams: Promise<{ place?: string; many?: string }>;
}) {
  const { place, many } = await searchParams;
  const current = place === 'pcn' ? 'b' : place === 'none' ? null : 'a';
  return (
    <Shell
      place={place === 'platform' ? 'platform' : place === 'pcn' ? 'pcn' : place === 'none' ? 'none' : 'practice'}
      switcher={
        <SwitcherView
          current={current}
          workspaces={[...workspaces, ...(many ? further : [])]}
          pending={[pending]}
          action={nothing}
        />
      }
      nav={<MainNav signedIn platformAdmin={place === 'platform'} />}
      service={<p>This installation shows made-up organisations and figures.</p>}
    >
      <Page
        title="Components"
        lead="The parts each page is made of, in their states."
        breadcrumb={[
          { href: '/', text: 'Home' },
          { href: '/dev/components/', text: 'Development' },
        ]}
        banner={
          <Banner undo={<a href="#undo">Undo this approval</a>}>
            Example Person is now a member of Example Surgery.
          </Banner>
        }
      >
        <Section id="states" title="States and notices">
          <States />
        </Section>
        <Section id="controls" title="Buttons and forms" aside={<a href="#controls">A link beside a heading</a>}>
          <Controls />
        </Section>
        <Section id="data" title="Tables, lists and figures">
          <Data />
        </Section>
      </Page>
    </Shell>
  );
}

async function nothing() {
  'use server';
}

const workspaces = [
  { id: 'a', code: 'A00001', name: 'Example Surgery', kind: 'practice', role: 'admin', recent: true },
  { id: 'b', code: 'U00001', name: 'Example North PCN', kind: 'pcn', role: 'member', recent: true },
  { id: 'c', code: 'A00002', name: 'Long Example Lane Medical Centre', kind: 'practice', role: 'member' },
  { id: 'd', code: 'A00003', name: 'Closed Example Practice', kind: 'practice', role: 'member', closed: true },
] as const;

const further = ['A00010', 'A00011', 'A00012', 'A00013', 'A00014'].map((code, index) => ({
  id: code,
  code,
  name: `Further Example Practice ${index + 1}`,
  kind: 'practice' as const,
  role: 'member' as const,
}));

const pending = {
  code: 'A00004',
  name: 'Waiting Example Practice',
  kind: 'practice',
  since: 'Asked 18 November',
  href: '/accounts/profile/',
} as const;
