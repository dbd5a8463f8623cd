import { displayName, tidy } from '@/lib/organisations/rules/display-name';
import { ENGLAND, type OrganisationKind } from '@/lib/organisations/schema';
import { isoDay } from './dates';
import { blank, type Collector, code, fault, nothing, type Reading, type Staged, skip } from './parsed';

/** gp-reg-pat-prac-map: a practice with its PCN, sub-ICB, ICB and region in each row. */
export function practiceMap({ layout }: Reading): Collector {
  const parsed = nothing();
  const found = new Map<string, Staged>();
  const add = (organisation: Staged) => {
    if (!found.has(organisation.code)) found.set(organisation.code, organisation);
  };
  return {
    take(cells, row) {
      const read = (name: string) => cells[layout.fields[name] ?? -1] ?? '';
      const day = isoDay(read('extractdate'));
      if (!day) return fault('bad-value', { row, column: 'EXTRACT_DATE', value: read('extractdate') });
      if (parsed.period && parsed.period !== day)
        return fault('mixed-dates', { row, first: parsed.period, second: day });
      parsed.period = day;
      const practice = code(read('practicecode'));
      const column = missingColumn(read);
      if (column) return fault('bad-value', { row, column, value: '' });
      if (found.has(practice)) return fault('duplicate', { row, code: practice });
      parsed.rows++;
      const regionCode = code(read('commregioncode'));
      const icbCode = code(read('icbcode'));
      const subIcbCode = code(read('subicblocationcode'));
      // Practices without a PCN carry the pseudo code U, "Unallocated".
      const pcnCode = /^U\d+$/.test(code(read('pcncode'))) ? code(read('pcncode')) : null;
      if (!pcnCode) skip(parsed, 'no-pcn');
      add(plain('region', regionCode, read('commregionname'), {}));
      add(plain('icb', icbCode, read('icbname'), { regionCode }));
      add(plain('sub_icb', subIcbCode, read('subicblocationname'), { icbCode, regionCode }));
      if (pcnCode) add(plain('pcn', pcnCode, read('pcnname'), {}));
      const postcode = blank(read('practicepostcode'));
      add(plain('practice', practice, read('practicename'), { postcode, pcnCode, subIcbCode, icbCode, regionCode }));
      return null;
    },
    end() {
      add(plain('country', ENGLAND, 'England', {}));
      const organisations = [...found.values()];
      const count = (kind: OrganisationKind) => organisations.filter(each => each.kind === kind).length;
      return { ...parsed, organisations, practices: count('practice'), pcns: count('pcn') };
    },
  };
}

const REQUIRED = ['practicecode', 'practicename', 'subicblocationcode', 'icbcode', 'commregioncode'];
const missingColumn = (read: (name: string) => string) => REQUIRED.find(name => tidy(read(name)) === '');

type Parents = Partial<Pick<Staged, 'postcode' | 'pcnCode' | 'subIcbCode' | 'icbCode' | 'regionCode'>>;

function plain(kind: OrganisationKind, of: string, name: string, parents: Parents): Staged {
  return {
    code: of,
    kind,
    name: tidy(name),
    displayName: displayName(name),
    status: 'open',
    openedOn: null,
    closedOn: null,
    address: [],
    town: null,
    postcode: null,
    pcnCode: null,
    subIcbCode: null,
    icbCode: null,
    regionCode: null,
    setting: null,
    ...parents,
  };
}
