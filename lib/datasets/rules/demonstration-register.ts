import { ENGLAND, type OrganisationKind } from '@/lib/organisations/schema';
import { icbCode, pcnCode, postcode, practiceCode, regionCode, subIcbCode } from './demonstration-codes';
import { areaName, pcnName, practiceName, streetOf, townName } from './demonstration-names';
import type { Staged } from './parsed';
import { type Random, randomFrom } from './random';

const SIZE = { regions: 7, icbs: 36, subIcbs: 106, pcns: 1300, practices: 6200, closed: 640, dormant: 40 };
const WITHOUT_PCN = 52;
const SPANNING = 11;
const REGIONS = ['North', 'North Midlands', 'South Midlands', 'Coast', 'Capital', 'South East', 'South West'];

export type DemonstrationRegister = {
  organisations: Staged[];
  /** Closed practices and the open ones that took their patients. */
  successors: { code: string; successor: string }[];
};

/** An invented register of England's size and shape: the same on every installation. */
export function demonstrationRegister(): DemonstrationRegister {
  const random = randomFrom(20_261_122);
  const country = place('country', ENGLAND, 'England', {});
  const regions = Array.from({ length: SIZE.regions }, (_, at) =>
    place('region', regionCode(at), `${REGIONS[at]} (demonstration)`, {}),
  );
  const icbs = Array.from({ length: SIZE.icbs }, (_, at) =>
    place('icb', icbCode(at), `NHS ${areaName(at)} Integrated Care Board (demonstration)`, {
      regionCode: regions[at % SIZE.regions]?.code,
    }),
  );
  const subIcbs = Array.from({ length: SIZE.subIcbs }, (_, at) => {
    const icb = icbs[at % SIZE.icbs];
    const of = subIcbCode(at);
    return place('sub_icb', of, `NHS ${areaName(at % SIZE.icbs)} ICB - ${of} (demonstration)`, {
      icbCode: icb?.code,
      regionCode: icb?.regionCode,
    });
  });
  const pcns = Array.from({ length: SIZE.pcns }, (_, at) => pcn(random, at, subIcbs));
  const practices = Array.from({ length: SIZE.practices }, (_, at) => practice(random, at, pcns, subIcbs));
  const dormant = Array.from({ length: SIZE.dormant }, (_, at) => ({
    ...practice(random, SIZE.practices + at, pcns, subIcbs),
    status: 'dormant' as const,
  }));
  const { closed, successors } = closedPractices(random, practices);
  return {
    organisations: [country, ...regions, ...icbs, ...subIcbs, ...pcns, ...practices, ...dormant, ...closed],
    successors,
  };
}

function pcn(random: Random, at: number, subIcbs: Staged[]): Staged {
  const area = subIcbs[at % subIcbs.length];
  const town = townName(at);
  return {
    ...place('pcn', pcnCode(at), pcnName(random, town), parents(area)),
    address: [streetOf(random), town],
    town,
    postcode: postcode(at, at, random.below(4000)),
    openedOn: '2019-07-01',
  };
}

function practice(random: Random, at: number, pcns: Staged[], subIcbs: Staged[]): Staged {
  // The first of every network is one practice for sure; the others fall unevenly, so that networks differ in size.
  const home = at < pcns.length ? at : Math.floor(pcns.length * random.next() ** 1.15);
  const network = pcns[home];
  const town = townName(home + (random.below(4) === 0 ? 1 : 0));
  // A handful of networks reach over the border of their area.
  const spanning = at >= pcns.length && at < pcns.length + SPANNING;
  const area = spanning
    ? subIcbs[(home + 1) % subIcbs.length]
    : subIcbs.find(each => each.code === network?.subIcbCode);
  const house = random.below(12) === 0 ? home * 17 : random.below(4000);
  return {
    ...place('practice', practiceCode(at), practiceName(random, town), parents(area)),
    pcnCode: at >= SIZE.practices - WITHOUT_PCN ? null : (network?.code ?? null),
    address: [streetOf(random), town],
    town,
    postcode: postcode(home, home, house),
    openedOn: `${1974 + random.below(48)}-04-01`,
    setting: '4',
  };
}

/** Some stood where an open one of the same name stands now, some have no successor at all. */
function closedPractices(random: Random, practices: Staged[]) {
  const successors: DemonstrationRegister['successors'] = [];
  const closed = Array.from({ length: SIZE.closed }, (_, at): Staged => {
    const heir = practices[random.below(practices.length)];
    const code = practiceCode(SIZE.practices + SIZE.dormant + at);
    const twin = at % 3 === 0;
    if (heir && at % 4 !== 1) successors.push({ code, successor: heir.code });
    const name = twin && heir ? heir.name : practiceName(random, heir?.town ?? '');
    return {
      ...place('practice', code, name, { ...heir, pcnCode: undefined }),
      address: twin ? (heir?.address ?? []) : [streetOf(random), heir?.town ?? ''],
      town: heir?.town ?? null,
      postcode: twin ? (heir?.postcode ?? null) : postcode(at, at, random.below(4000)),
      status: 'closed',
      openedOn: '1974-04-01',
      closedOn: `${2013 + random.below(13)}-03-31`,
      setting: '4',
    };
  });
  return { closed, successors };
}

type Parents = { [Parent in 'pcnCode' | 'subIcbCode' | 'icbCode' | 'regionCode']?: string | null | undefined };

const parents = (area: Staged | undefined): Parents => ({
  subIcbCode: area?.code,
  icbCode: area?.icbCode,
  regionCode: area?.regionCode,
});

function place(kind: OrganisationKind, code: string, name: string, of: Parents): Staged {
  return {
    code,
    kind,
    name,
    displayName: name,
    status: 'open',
    openedOn: null,
    closedOn: null,
    address: [],
    town: null,
    postcode: null,
    setting: null,
    pcnCode: of.pcnCode ?? null,
    subIcbCode: of.subIcbCode ?? null,
    icbCode: of.icbCode ?? null,
    regionCode: of.regionCode ?? null,
  };
}
