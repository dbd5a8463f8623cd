import { SummaryList } from '@/components/ui/summary-list';
import type { Organisation } from '@/lib/organisations/schema';
import { kindWords, statusWords } from '@/lib/organisations/words';

/** One organisation, to be recognised: what the register says, and who decides about joining it. */
export function OrganisationFacts({ organisation, practices, decides }: Props) {
  const { name, code, kind, address, postcode, pcn, icb, successors } = organisation;
  const place = [...address, postcode].filter(Boolean).join(', ');
  const named = ({ name, code }: { name: string; code: string }) => `${name} (${code})`;
  return (
    <SummaryList
      items={[
        { label: kindWords[kind], value: `${name} (${code})` },
        { label: 'Register', value: statusWords(organisation) },
        ...(place ? [{ label: 'Address', value: place }] : []),
        ...(pcn ? [{ label: 'PCN', value: named(pcn) }] : []),
        ...(icb ? [{ label: 'ICB', value: icb.name }] : []),
        ...(successors.length > 0 ? [{ label: 'Now', value: successors.map(named).join(', ') }] : []),
        ...(practices.length > 0 ? [{ label: 'Practices', value: <Practices practices={practices} /> }] : []),
        { label: 'Who decides', value: decides },
      ]}
    />
  );
}

type Props = {
  organisation: Organisation;
  /** Member practices, where it is a PCN. */
  practices: readonly { code: string; name: string }[];
  decides: string;
};

function Practices({ practices }: Pick<Props, 'practices'>) {
  return (
    <details>
      <summary className="cursor-pointer py-1 underline">
        {practices.length} {practices.length === 1 ? 'practice' : 'practices'}
      </summary>
      <ul className="mt-2 grid gap-1 text-s">
        {practices.map(({ code, name }) => (
          <li key={code}>
            {name} ({code})
          </li>
        ))}
      </ul>
    </details>
  );
}
