import Link from 'next/link';
import { Section } from '@/components/ui/section';
import { Beneath, Table } from '@/components/ui/table';
import { statusWords } from '@/lib/organisations/words';
import type { Member } from '@/lib/tools/pcn-list-sizes/rules';
import type { Profile } from '@/lib/tools/rules/profile';
import { count, monthWords, moved, percent } from '@/lib/tools/words';

/** The practices of a PCN, largest list first. What was not published is said, never a nought. */
export function Members({ profile, members, download }: Props) {
  const listed = members.filter(member => member.total !== null);
  const sum = listed.reduce((total, member) => total + (member.total ?? 0), 0);
  const before = members.find(member => member.change)?.change?.from.period;
  return (
    <div className="mt-section">
      <Section
        id="members"
        title={`Its practices: ${members.length}`}
        aside={largest(listed, profile.organisation.name)}
      >
        <Table
          caption={`Practices of ${profile.organisation.name}`}
          columns={[
            { label: 'Practice' },
            { label: 'Patients', numeric: true },
            { label: 'Share of the PCN', numeric: true },
            { label: before ? `Since ${monthWords(before)}` : 'Change', numeric: true },
            { label: 'Aged 0 to 14', numeric: true },
            { label: 'Aged 65 and over', numeric: true },
          ]}
          rows={members.map(member => ({ id: member.organisation.code, cells: [name(member), ...figures(member)] }))}
          foot={
            listed.length > 0
              ? { id: 'all', cells: ['All practices', count(sum), '100.0%', ...movedInAll(listed), '', ''] }
              : undefined
          }
        />
        <p className="mt-4 text-s">
          <a href={download} download className="no-print py-[3px]">
            Download CSV
          </a>
        </p>
      </Section>
    </div>
  );
}

type Props = { profile: Profile; members: readonly Member[]; download: string };

function name({ organisation }: Member) {
  const { code, name: called, status } = organisation;
  return (
    <>
      <Link prefetch={false} href={`/tools/practice-overview/?org=${code}`}>
        {called}
      </Link>
      <Beneath>
        {code}
        {status !== 'open' && ` · ${statusWords(organisation)}`}
      </Beneath>
    </>
  );
}

function figures({ total, share, change, share0to14, share65plus }: Member): string[] {
  if (total === null) return ['not published', '–', '–', '–', '–'];
  return [
    count(total),
    share === null ? '–' : percent(share),
    change ? moved(change.difference) : 'no earlier month',
    share0to14 === null ? '–' : percent(share0to14),
    share65plus === null ? '–' : percent(share65plus),
  ];
}

// Only where every practice has an earlier figure: a practice that joined would look like growth.
function movedInAll(listed: readonly Member[]): string[] {
  if (!listed.every(member => member.change)) return ['–'];
  return [moved(listed.reduce((sum, member) => sum + (member.change?.difference ?? 0), 0))];
}

function largest(listed: readonly Member[], pcn: string): string | null {
  const [first] = listed;
  if (!first?.share || listed.length < 2) return null;
  return `${first.organisation.name} has ${percent(first.share)} of the patients of ${pcn}`;
}
