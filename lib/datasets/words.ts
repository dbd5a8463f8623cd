import type { Words } from '@/lib/core/words';
import type { DatasetId, ImportRefusal, ImportStage, RegisterEvent, SkipReason } from './schema';

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

export const PUBLISHER = 'NHS England';
export const ATTRIBUTION =
  'Contains public sector information licensed under the Open Government Licence v3.0. Source: NHS England (Organisation Data Service; Patients Registered at a GP Practice).';
export const DEMONSTRATION =
  'Demonstration data: the organisations and figures on this installation are invented until real files are imported.';

export const stages = {
  reading: 'Reading',
  checking: 'Checking',
  writing: 'Writing',
  finishing: 'Finishing',
} satisfies Record<ImportStage, string>;

export const skipReasons = {
  'not-a-practice': 'prescribers that are not GP practices',
  'not-in-england': 'organisations outside England',
  'no-pcn': 'practices without a PCN',
  'unknown-organisation': 'rows of organisations that are not in the register',
  'unknown-status': 'organisations with a status we do not know, taken as closed',
  'still-open': 'successions of organisations that the register shows as open, kept but not followed',
  'total-row': 'rows of levels we do not hold',
} satisfies Record<SkipReason, string>;

/** What happened to practices and PCNs, as counted in a report: "63 closed or left the register". */
export const eventWords = {
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
    `The file holds only ${found} active practices, and England has more than 6,000. It may be incomplete. ${KEPT} To import it all the same, use --force.`,
  'too-few-pcns': ({ found }) =>
    `The file holds only ${found} PCNs, and England has more than 1,000. It may be incomplete. ${KEPT} To import it all the same, use --force.`,
  'too-few-members': ({ found }) =>
    `The file holds only ${found} memberships, and England has more than 5,000. It may be incomplete. ${KEPT} To import it all the same, use --force.`,
  'too-many-missing': ({ vanishing, held }) =>
    `${vanishing} of ${held} organisations would disappear, more than one in twenty. ${KEPT} To import it all the same, use --force.`,
  older: ({ period, current }) =>
    `The file is of ${period}, older than what is loaded (${current}). ${KEPT} To import it all the same, use --force.`,
  'register-first': `Import the file with practices, PCNs and ICBs first (gp-reg-pat-prac-map). ${KEPT}`,
  'register-not-empty':
    'There are organisations already. The demonstration register is made on an empty database only.',
} satisfies Words<ImportRefusal>;
