import type { Random } from './random';

// Towns and areas are invented; streets, trees and surnames are common ones. No pair describes a real practice.
const WILD =
  words(`alder bilberry bracken burdock campion clover curlew dunnock ember fennel foxglove goldcrest heron juniper
kestrel kingcup larch linnet lapwing mallow marten merlin nettle otter pipit plover quill rowan saffron sedge siskin
skylark sorrel starling tansy teasel thistle thrush wren yarrow`);
const ENDS = words('bourne combe dale field ford gate haven holme marsh mere minster stead thorpe wick worth');
const STREETS =
  words(`Albert Alma Bridge Castle Chapel Church Cross Elm Ferry Grange Green Grove Hill Hollow Kings Lime Lodge
London Manor Market Meadow Mill New North Oak Orchard Park Priory Queens Quay School South Spring Station Temple Tower
Union Vale Vicarage Victoria Water Well West Wharf Willow Windmill`);
const TREES = words(
  'Ash Aspen Beech Birch Cedar Cherry Chestnut Elm Hawthorn Hazel Holly Laurel Lime Maple Oak Pine Poplar Willow',
);
const SURNAMES =
  words(`Ahmed Allen Bailey Begum Bell Bennett Brown Carter Chen Clarke Cole Cooper Cox Das Evans Fisher Ghosh Gray
Green Hall Harris Hughes Hussain Iqbal Jones Kaur Khan Kumar Lewis Lloyd Malik Mason Mehta Mills Moore Murphy Nair Okafor
Osei Parker Patel Price Rahman Rao Reed Roberts Shah Sharma Singh Smith Taylor Walsh Ward Webb White Wood Young`);
const SAINTS = words(
  "Agnes' Aidan's Andrew's Anne's Bede's Catherine's Cuthbert's George's Giles' Helen's James' John's Luke's Mary's Oswald's Paul's Peter's Thomas'",
);
const COMMON = [
  'High Street Surgery',
  'The Surgery',
  'The Health Centre',
  'The Medical Centre',
  'Church Street Surgery',
  'Station Road Surgery',
  'Park Surgery',
  'Elm Surgery',
  'The Limes Surgery',
  'Riverside Medical Centre',
  'Victoria Medical Centre',
  'Manor Surgery',
] as const;
const PCN_WORDS = words('Central Coast East Hills Lakes North Riverside Rural South Unity United Vale Valley West');

/** "Plovermere": 40 × 15 of them. */
export function townName(index: number): string {
  const wild = WILD[index % WILD.length] ?? '';
  const end = ENDS[(index * 7 + Math.floor(index / WILD.length)) % ENDS.length] ?? '';
  return capital(wild) + end;
}

export const areaName = (index: number) => `${capital(WILD[index % WILD.length] ?? '')}shire`;

export function practiceName(random: Random, town: string): string {
  const kind = random.below(100);
  if (kind < 2) return random.pick(COMMON);
  if (kind < 24)
    return `${random.pick(STREETS)} ${random.pick(['Street', 'Road', 'Lane'])} ${random.pick(['Surgery', 'Medical Practice'])}`;
  if (kind < 38)
    return `${town} ${random.pick(['Medical Centre', 'Health Centre', 'Surgery', 'Medical Group', 'Family Practice'])}`;
  if (kind < 50) return `Dr ${random.pick(SURNAMES)} & Partners`;
  if (kind < 58) return `St ${random.pick(SAINTS)} ${random.pick(['Medical Centre', 'Surgery', 'Health Centre'])}`;
  if (kind < 76)
    return `The ${random.pick(TREES)}${random.pick([' Tree', 's', ' House', ' Grove', ' Lodge'])} ${random.pick(['Surgery', 'Practice'])}`;
  return `${capital(random.pick(WILD))} ${random.pick(STREETS)} ${random.pick(['Medical Practice', 'Surgery', 'Medical Centre', 'Practice'])}`;
}

export function pcnName(random: Random, town: string): string {
  // Two networks of different areas may well choose the same name.
  if (random.below(60) === 0) return `${random.pick(['Riverside', 'Unity', 'Three Rivers', 'Bluebell'])} PCN`;
  return random.below(3) === 0 ? `${town} PCN` : `${town} ${random.pick(PCN_WORDS)} PCN`;
}

export const streetOf = (random: Random) =>
  `${1 + random.below(180)} ${random.pick(STREETS)} ${random.pick(['Street', 'Road', 'Lane', 'Avenue'])}`;

function words(text: string): [string, ...string[]] {
  const [first = '', ...rest] = text.split(/\s+/);
  return [first, ...rest];
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
