import { demonstrationPeople, PERIODS } from '@/lib/datasets/rules/demonstration-people';
import { demonstrationRegister } from '@/lib/datasets/rules/demonstration-register';
import type { Staged } from '@/lib/datasets/rules/parsed';
import { ENGLAND } from '@/lib/organisations/schema';

// Files of England's size in the publishers' layouts, with invented organisations.

const { organisations } = demonstrationRegister();
const byCode = new Map(organisations.map(each => [each.code, each]));
export const openPractices = organisations.filter(each => each.kind === 'practice' && each.status === 'open');
const nameOf = (code: string | null) => byCode.get(code ?? '')?.name ?? '';

const MAP_HEADER =
  'PUBLICATION,EXTRACT_DATE,PRACTICE_CODE,PRACTICE_NAME,PRACTICE_POSTCODE,PCN_CODE,PCN_NAME,ONS_SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_CODE,SUB_ICB_LOCATION_NAME,ONS_ICB_CODE,ICB_CODE,ICB_NAME,ONS_COMM_REGION_CODE,COMM_REGION_CODE,COMM_REGION_NAME,SUPPLIER_NAME';

/** gp-reg-pat-prac-map */
export function mapFile(date = '01Jul2026', practices: Staged[] = openPractices): string {
  const rows = practices.map(each => {
    const pcn = each.pcnCode ? [each.pcnCode, nameOf(each.pcnCode)] : ['U', 'Unallocated'];
    const parents = [each.subIcbCode, each.icbCode, each.regionCode].flatMap(code => ['E99', code, nameOf(code)]);
    return ['GP_PRAC_PAT_LIST', date, each.code, quoted(each.name), each.postcode, ...pcn, ...parents, 'EMIS'].join();
  });
  return `${[MAP_HEADER, ...rows].join('\r\n')}\r\n`;
}

const TYPES = {
  practice: 'GP',
  pcn: 'PCN',
  sub_icb: 'SUB_ICB_LOCATION_CODE',
  icb: 'ICB',
  region: 'Comm Region',
  country: '',
};
const AGES = [...Array.from({ length: 19 }, (_, band) => `${band * 5}_${band * 5 + 4}`), '95+'];

/** gp-reg-pat-prac-quin-age, with the pseudo PCN of practices that have none. */
export function sizesFile(date = '2026-07-01', month = PERIODS.length - 1): string {
  const sizes = demonstrationPeople(organisations)(month).filter(each => each.code !== ENGLAND);
  const without = new Set(openPractices.filter(each => !each.pcnCode).map(each => each.code));
  const unallocated = sizes.filter(each => without.has(each.code));
  const sum = (of: 'male' | 'female') =>
    AGES.map((_, band) => unallocated.reduce((all, each) => all + (each[of][band] ?? 0), 0));
  const male = sum('male');
  const female = sum('female');
  const rest = { code: 'U', male, female, total: [...male, ...female].reduce((all, n) => all + n, 0) };
  const lines = [...sizes, rest].flatMap(each => {
    const type = each.code === 'U' ? 'PCN' : TYPES[byCode.get(each.code)?.kind ?? 'country'];
    const start = `GP_PRAC_PAT_LIST,${date},${type},${each.code},,`;
    const of = (sex: string, bands: number[]) => [
      ...AGES.map((age, band) => `${start},${sex},${age},${bands[band]}`),
      `${start},${sex},ALL,${bands.reduce((all, n) => all + n, 0)}`,
    ];
    return [`${start},ALL,ALL,${each.total}`, ...of('FEMALE', each.female), ...of('MALE', each.male)];
  });
  return [
    'PUBLICATION,EXTRACT_DATE,ORG_TYPE,ORG_CODE,ONS_CODE,POSTCODE,SEX,AGE_GROUP_5,NUMBER_OF_PATIENTS',
    ...lines,
  ].join('\n');
}

const quoted = (name: string) => (/[",]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name);
