import type { Words } from '@/lib/core/words';
import { kindPlurals } from '@/lib/organisations/words';
import type {
  AskedImport,
  DatasetId,
  ImportRefusal,
  ImportReport,
  ImportStage,
  KindCounts,
  RegisterEvent,
  SkipReason,
} from './schema';

export const datasetNames = {
  'practice-map': 'GP practices, PCNs and ICBs',
  'practice-register': 'Register of GP practices',
  'pcn-register': 'Register of PCNs',
  'pcn-members': 'PCN member practices',
  successors: 'Successors of closed organisations',
  'list-sizes': 'Patients registered at a GP practice',
} satisfies Record<DatasetId, string>;

/** Five-year bands in the order in which list sizes hold them. */
export const BANDS = [...Array.from({ length: 19 }, (_, band) => `${band * 5}–${band * 5 + 4}`), '95+'];

export const DEMONSTRATION =
  'Demonstration data: the organisations and figures on this installation are invented until real files are imported.';

export const stages = {
  reading: 'Reading',
  checking: 'Checking',
  writing: 'Writing',
  finishing: 'Finishing',
} satisfies Record<ImportStage, string>;

const skipReasons = {
  'not-a-practice': 'prescribers that are not GP practices',
  'not-in-england': 'organisations outside England',
  'no-pcn': 'practices without a PCN',
  'unknown-organisation': 'rows of organisations that are not in the register',
  'unknown-status': 'organisations with a status we do not know, taken as closed',
  'still-open': 'successions of organisations that the register shows as open, kept but not followed',
  'total-row': 'rows of levels we do not hold',
} satisfies Record<SkipReason, string>;

/** What happened to practices and PCNs, as counted in a report: "63 closed or left the register". */
const eventWords = {
  closed: 'closed or left the register',
  reopened: 'opened again',
  succeeded: 'got a successor',
  renamed: 'have another name',
  'moved-pcn': 'moved to another PCN',
  'moved-icb': 'moved to another ICB',
} satisfies Record<RegisterEvent, string>;

const KEPT = 'The data loaded before is unchanged.';

/** What a refused import says: what is wrong, and what to do. Nothing was changed in every case. */
export const importRefusals = {
  'not-permitted': 'Only a platform administrator can import data.',
  busy: 'Another import is running. Wait until it has finished, then import this file again.',
  'no-such-file': 'There is no such file, or it cannot be opened.',
  html: `This is a web page, not a data file. The publisher may have moved the file or answered with an error page. ${KEPT}`,
  damaged: `The file is damaged or was cut short. Download it again. ${KEPT}`,
  'too-large': `The file unpacks to more than this installation accepts. ${KEPT}`,
  'not-one-file': `The ZIP must hold exactly one CSV file. ${KEPT}`,
  empty: `The file is empty. ${KEPT}`,
  'unknown-layout': `This is not one of the files that can be imported: its first row is not known. ${KEPT}`,
  'wrong-width': ({ row, expected, found }) =>
    `Row ${row ?? 1} has ${found ?? 'another number of'} columns${expected ? ` instead of ${expected}` : ''}: the file was cut short or its layout has changed. ${KEPT}`,
  'bad-value': ({ row, column, value }) => `Row ${row}: "${value}" cannot be read as ${column}. ${KEPT}`,
  duplicate: ({ row, code }) => `Row ${row}: ${code} stands in the file twice. ${KEPT}`,
  'mixed-dates': ({ row, first, second }) => `Row ${row} is of ${second}, earlier rows of ${first}. ${KEPT}`,
  'does-not-add-up': ({ code, total, stated }) =>
    `The patients of ${code} do not add up: ${total} counted, ${stated} stated. The file was cut short or altered. ${KEPT}`,
  'too-few-practices': ({ found }) =>
    `The file holds only ${found} active practices, and England has more than 6,000. It may be incomplete. ${KEPT}`,
  'too-few-pcns': ({ found }) =>
    `The file holds only ${found} PCNs, and England has more than 1,000. It may be incomplete. ${KEPT}`,
  'too-few-members': ({ found }) =>
    `The file holds only ${found} memberships, and England has more than 5,000. It may be incomplete. ${KEPT}`,
  'too-many-missing': ({ vanishing, held }) =>
    `${vanishing} of ${held} organisations would disappear, more than one in twenty. ${KEPT}`,
  older: ({ period, current }) => `The file is of ${period}, older than what is loaded (${current}). ${KEPT}`,
  'register-first': `Import the file with practices, PCNs and ICBs first (gp-reg-pat-prac-map). ${KEPT}`,
  'register-not-empty':
    'There are organisations already. The demonstration register is made on an empty database only.',
  'database-lost': `The database stopped answering before the import was finished. ${KEPT} When it runs again, import this file again.`,
  'end-unknown':
    'The database stopped answering at the very end of the import. Either all of the file is loaded or none of it. When it runs again, import this file again: if it was loaded, that changes nothing.',
} satisfies Words<ImportRefusal>;

/** Where to find each file, and what the platform team should know of it. */
export const datasetHints = {
  'practice-map':
    'gp-reg-pat-prac-map, published every month. It says which practices, PCNs and ICBs there are, so it comes first.',
  'practice-register': 'epraccur: addresses, opening and closing days, status.',
  'pcn-register': 'epcn, or the ePCN workbook: names, addresses, opening and closing days of PCNs.',
  'pcn-members': 'epcncorepartnerdetails: which practice was in which PCN, and since when.',
  successors: 'succ and succarc: who took over from whom.',
  'list-sizes': 'gp-reg-pat-prac-quin-age or -all, published every month: the figures of the tools.',
} satisfies Record<DatasetId, string>;

export const importStateWords = {
  waiting: { text: 'Waiting', look: 'pending' },
  checking: { text: 'Being checked', look: 'pending' },
  again: { text: 'Failed, to be tried again', look: 'rejected' },
  'to-confirm': { text: 'To confirm', look: 'pending' },
  confirmed: { text: 'Confirmed', look: 'pending' },
  loading: { text: 'Being loaded', look: 'pending' },
  loaded: { text: 'Loaded', look: 'active' },
  unchanged: { text: 'Nothing new', look: 'off' },
  refused: { text: 'Refused', look: 'rejected' },
  failed: { text: 'Failed', look: 'rejected' },
  discarded: { text: 'Discarded', look: 'off' },
} as const satisfies Record<AskedImport['state'], { text: string; look: 'pending' | 'active' | 'off' | 'rejected' }>;

/** What stood in the way of a try that the queue repeats. */
export function troubleWords(refusal: AskedImport['refusal']): string {
  if (refusal?.refusal === 'busy') return 'Another import was running.';
  return refusal?.refusal === 'database-lost' || refusal?.refusal === 'end-unknown'
    ? 'The database stopped answering.'
    : 'Something went wrong on our side.';
}

/** What the pages say when something was asked for that cannot be. Nothing was changed in every case. */
export const askRefusals = {
  'not-permitted': 'Only a platform administrator can do this.',
  'no-source': 'This dataset has no address to fetch from. Enter one first.',
  'under-way': 'An import of this dataset is under way or waits for confirmation. Finish that one first.',
  'not-found': 'There is no such import.',
  'not-waiting': 'This import does not wait for confirmation any more. Nothing was changed.',
  'tick-first': 'Tick the box to load this file all the same. Nothing was loaded.',
  'not-a-web-address': 'Enter a web address that begins with https:// or http://',
} satisfies Words<string>;

export const uploadRefusals = {
  none: 'Choose a file first. Nothing was sent.',
  'too-large': 'The file is larger than 100 MB, and the largest published one is not. Nothing was kept.',
  unreadable: 'The file did not arrive whole. Nothing was kept: send it again.',
};

const number = (count: number) => count.toLocaleString('en-GB');

/** What a load changed or would change, in lines. */
export function differenceLines(report: Partial<ImportReport>): string[] {
  const skipped = Object.entries(report.skipped ?? {}).map(
    ([reason, count]) => `Left aside: ${number(count)} ${wordsOf(skipReasons, reason)}`,
  );
  if (report.nothingChanged) return ['Nothing changed: all of it is loaded already.', ...skipped];
  const figures = (report.figuresAdded ?? 0) + (report.figuresChanged ?? 0);
  return [
    ...(report.replacedDemonstration ? ['The demonstration register is replaced.'] : []),
    ...counts('Added', report.added),
    ...counts('Changed', report.changed),
    ...counts('Closed or no longer listed', report.closed),
    ...Object.entries(report.events ?? {}).map(
      ([event, count]) => `Practices and PCNs that ${wordsOf(eventWords, event)}: ${number(count)}`,
    ),
    ...(figures > 0
      ? [
          `${figureNames[report.dataset ?? 'list-sizes'] ?? 'List sizes'}: ${number(report.figuresAdded ?? 0)} added, ${number(report.figuresChanged ?? 0)} changed`,
        ]
      : []),
    ...(report.patients ? [`Patients in England: ${number(report.patients)}`] : []),
    ...skipped,
  ];
}

const figureNames: Partial<Record<DatasetId, string>> = {
  'pcn-members': 'Membership spells',
  successors: 'Successions',
};

const wordsOf = (words: Record<string, string>, name: string) => words[name] ?? name;

function counts(title: string, kinds: KindCounts = {}): string[] {
  const parts = Object.entries(kindPlurals).flatMap(([kind, plural]) => {
    const count = Object.entries(kinds).find(([counted]) => counted === kind)?.[1];
    return count && kind !== 'country' ? [`${number(count)} ${count === 1 ? plural.replace(/s$/, '') : plural}`] : [];
  });
  return parts.length > 0 ? [`${title}: ${parts.join(', ')}`] : [];
}
