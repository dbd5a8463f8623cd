import { DataLine } from '@/components/ui/data-line';
import { FigureBlock, Figures } from '@/components/ui/figure-block';
import { Pagination } from '@/components/ui/pagination';
import { SummaryList } from '@/components/ui/summary-list';
import { Beneath, RowActions, Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { Tag } from '@/components/ui/tag';

/** Tables, lists, figures, tabs, pages. */
export function Data() {
  return (
    <div className="grid gap-8">
      <DataLine
        items={[
          { name: 'source', words: 'Source: Patients Registered at a GP Practice' },
          { name: 'period', words: 'Period 1 November 2026' },
          { name: 'loaded', words: 'Loaded 12 November 2026, 10:40' },
          { name: 'changed', words: <a href="#changed">What changed</a> },
        ]}
      />
      <Figures>
        <FigureBlock label="Registered patients" value="1,234">
          <strong>Up 56</strong> since the load before. PCN average 1,111
        </FigureBlock>
        <FigureBlock label="Aged 65 and over" value="12.3" unit="%">
          <strong>Higher than England</strong>, 11.1%. Higher is not necessarily better
        </FigureBlock>
        <FigureBlock label="Aged under 18" value="12.3" unit="%">
          <strong>Similar to England</strong>, 12.2%
        </FigureBlock>
        <FigureBlock label="Share of the PCN" value="1.2" unit="%">
          <strong>Third largest</strong> of 9 practices
        </FigureBlock>
      </Figures>
      <Tabs
        label="Requests"
        items={[
          { href: '/dev/components/', text: 'Pending', count: 3, current: true },
          { href: '/dev/components/?tab=decided', text: 'Decided' },
        ]}
      />
      <Table
        caption="Your organisations"
        columns={[
          { label: 'Organisation' },
          { label: 'State' },
          { label: 'Patients', numeric: true },
          { label: 'Actions', actions: true },
        ]}
        rows={organisations}
        foot={{ id: 'all', cells: ['All', '', '3,702', ''] }}
      />
      <Table
        scroll
        caption="A table that stays a table"
        columns={['Practice', 'All', '0–4', '5–9', '10–14', '15–19', '20–24', '25–29', '30–34'].map(label => ({
          label,
          numeric: label !== 'Practice',
        }))}
        rows={[{ id: 'a', cells: ['Example Surgery (A00001)', '1,234', '56', '57', '58', '59', '60', '61', '62'] }]}
      />
      <Pagination page={2} pages={4} href={page => `/dev/components/?page=${page}`} />
      <SummaryList
        items={[
          { label: 'Name', value: 'Example Person', action: { href: '#name', text: 'Change' } },
          { label: 'Email', value: 'example.person@example.org', action: { href: '#email', text: 'Change' } },
          { label: 'Password', value: 'Last changed 3 months ago' },
        ]}
      />
    </div>
  );
}

const organisations = [
  {
    id: 'a',
    marked: true,
    place: 'practice' as const,
    cells: [
      <span key="a">
        Example Surgery (A00001)<Beneath>Practice · your workspace now</Beneath>
      </span>,
      <Tag key="b" look="admin">
        Admin
      </Tag>,
      '1,234',
      <RowActions key="c">
        <a href="#members">Members</a>
        <a href="#leave">Leave</a>
      </RowActions>,
    ],
  },
  {
    id: 'b',
    cells: [
      <span key="a">
        Example North PCN (U00001)<Beneath>PCN</Beneath>
      </span>,
      <Tag key="b" look="pending">
        Pending
      </Tag>,
      '2,468',
      <RowActions key="c">
        <a href="#see">See request</a>
        <a href="#withdraw">Withdraw</a>
      </RowActions>,
    ],
  },
];
