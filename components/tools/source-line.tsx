import { DataLine } from '@/components/ui/data-line';
import { formatDateTime } from '@/lib/core/dates';
import type { Vintage } from '@/lib/datasets/schema';
import { dayWords } from '@/lib/tools/words';

/** Where the figures come from, of when they are, and when they were loaded here. */
export function SourceLine({ source, period, vintage }: Props) {
  const loaded = vintage ? [{ name: 'loaded', words: `Loaded ${formatDateTime(vintage.loadedAt)}` }] : [];
  return (
    <DataLine
      items={[
        {
          name: 'source',
          words: `Source: ${source}${vintage?.demonstration ? ' (demonstration data)' : ', NHS England'}`,
        },
        { name: 'period', words: `Period: ${dayWords(period)}` },
        ...loaded,
      ]}
    />
  );
}

type Props = { source: string; period: string; vintage: Vintage | null };
