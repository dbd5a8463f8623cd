import { describe, expect, it } from 'vitest';
import { randomFrom } from '@/lib/datasets/rules/random';
import { isOneEdit } from '@/lib/organisations/rules/typo';
import { plainSearch } from './plain-search';
import { england, entry, finder } from './register';

describe('ranking', () => {
  const { codes } = finder([
    entry('A81001', 'Elm Surgery', { postcode: 'DH1 1AA' }),
    entry('A81002', 'Elm Surgery', { postcode: 'DH12 3BB', status: 'closed' }),
    entry('A81003', 'Elm Surgery', { postcode: 'TS1 1AA', status: 'dormant' }),
    entry('A81004', 'The Elm Practice', { postcode: 'DH1 2CC' }),
    entry('A8100', 'Short Code Surgery'),
    entry('B82001', 'Dr Smith & Partners'),
    entry('B82002', "St. Mary's Health Centre"),
    entry('B82003', "Saint Mary's Surgery"),
    entry('B82004', "Queen's Medical Center", { town: 'Plovermere' }),
  ]);

  it('an exact ODS code comes first, however it was pasted', () => {
    expect(codes('A81003')).toEqual(['A81003']);
    expect(codes('  a81 003 ')).toEqual(['A81003']);
    expect(codes('a8100')[0]).toBe('A8100');
    expect(codes('A8100')).toHaveLength(5);
  });

  it('an exact postcode, then its beginning; DH1 is a district before it is the start of DH12', () => {
    expect(codes('dh1 1aa')).toEqual(['A81001']);
    expect(codes('DH11AA')).toEqual(['A81001']);
    expect(codes('DH1')).toEqual(['A81001', 'A81004', 'A81002']);
    expect(codes('DH1 2')).toEqual(['A81004']);
    expect(codes('DH12')).toEqual(['A81002', 'A81004']);
  });

  it('names that begin so come before names that contain it; open before dormant before closed', () => {
    expect(codes('elm')).toEqual(['A81001', 'A81003', 'A81002', 'A81004']);
  });

  it('all words count, in any order and half typed', () => {
    expect(codes('prac elm')).toEqual(['A81004']);
    expect(codes('plovermere queens')).toEqual(['B82004']);
    expect(codes('elm hospital')).toEqual([]);
  });

  it('& is and, apostrophes do not matter, St is Saint, Doctor is Dr, Center is Centre', () => {
    expect(codes('Dr Smith and Partners')).toEqual(['B82001']);
    expect(codes('doctor smith & partners')).toEqual(['B82001']);
    expect(codes('saint marys')).toEqual(['B82003', 'B82002'].sort());
    expect(codes('st. mary’s health')).toEqual(['B82002']);
    expect(codes('queens medical centre')).toEqual(['B82004']);
  });

  it('nothing typed finds nothing, and so does punctuation', () => {
    expect(codes('')).toEqual([]);
    expect(codes(' …?! ')).toEqual([]);
  });

  it('pages follow each other without gap or repetition', () => {
    const all = codes('elm');
    expect([...codes('elm', 2, 0), ...codes('elm', 2, 2)]).toEqual(all);
  });
});

describe('the index', () => {
  const entries = england();
  const { run, codes } = finder(entries);
  const plain = plainSearch(entries);
  const random = randomFrom(9);
  const pick = () => entries[random.below(entries.length)] ?? entry('', '');
  const begun = (word: string) => word.slice(0, 1 + random.below(word.length));
  const kinds: Record<string, () => string> = {
    'beginnings of names': () => begun(pick().name),
    'beginnings of words, in any order': () => pick().name.split(' ').slice(0, 3).map(begun).reverse().join(' '),
    'one letter or two words of few letters': () =>
      `${begun(pick().name.slice(0, 2))} ${begun(pick().name.slice(0, 2))}`,
    'codes and their beginnings': () => begun(pick().code),
    'postcodes and their beginnings': () => begun(pick().postcode ?? 'DH1 1AA'),
    'postcodes without a space': () => begun((pick().postcode ?? 'DH1 1AA').replace(' ', '')),
  };

  it.each(Object.entries(kinds))('answers %s as trying every organisation would', (_, write) => {
    for (let n = 0; n < 100; n++) {
      const text = write();
      const expected = plain(text);
      const found = run(text, 20, 0);
      expect({ text, isAsTyped: found.total > 0 && found.didYouMean === null }).toEqual({
        text,
        isAsTyped: expected.length > 0,
      });
      if (expected.length === 0) continue;
      expect({ text, page: codes(text, 20, 0) }).toEqual({ text, page: expected.slice(0, 20) });
      expect({ text, page: codes(text, 20, 40) }).toEqual({ text, page: expected.slice(40, 60) });
      if (found.exact) expect({ text, total: found.total }).toEqual({ text, total: expected.length });
      else expect(found.total).toBeLessThanOrEqual(expected.length);
    }
  });
});

describe('typing errors', () => {
  it.each([
    ['surgery', 'surgey', true],
    ['surgery', 'surggery', true],
    ['surgery', 'surgary', true],
    ['surgery', 'sugrery', true],
    ['surgery', 'sugrrey', false],
    ['surgery', 'surge', false],
    ['elm', 'elm', true],
  ])('%s and %s are one edit apart: %s', (one, other, near) => {
    expect(isOneEdit(one, other)).toBe(near);
    expect(isOneEdit(other, one)).toBe(near);
  });

  const { run, names } = finder(england());

  it('suggests what was meant, and only when nothing matches as typed', () => {
    expect(run('riversdie').didYouMean).toBe('Riverside');
    expect(run('riverside').didYouMean).toBeNull();
    expect(run('zzzzzz')).toMatchObject({ total: 0, didYouMean: null });
  });

  it('the right practice is among the first three for at least 95 of 100 one-edit typing errors', () => {
    const random = randomFrom(5);
    const open = england().filter(each => each.kind === 'practice' && each.status === 'open');
    const tries = 2000;
    let right = 0;
    for (let n = 0; n < tries; n++) {
      const name = open[random.below(open.length)]?.name ?? '';
      if (names(mistyped(name.toLowerCase()), 3).includes(name)) right++;
    }
    expect(right / tries).toBeGreaterThanOrEqual(0.95);

    function mistyped(name: string): string {
      const at = random.below(name.length);
      const letter = 'abcdefghijklmnopqrstuvwxyz'[random.below(26)];
      const edits = [
        name.slice(0, at) + name.slice(at + 1),
        name.slice(0, at) + letter + name.slice(at),
        name.slice(0, at) + letter + name.slice(at + 1),
        name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2),
      ];
      return edits[random.below(edits.length)] ?? name;
    }
  });
});

describe('the cost of a search', () => {
  const small = finder(england());
  const large = finder(england(10));
  const open = england().filter(each => each.status === 'open');
  const sample = open.filter((_, at) => at % 25 === 0).map(each => each.name);
  const prefixes = sample.map((name, at) => name.slice(0, 1 + (at % 12)));
  const errors = sample.map(name => `${name.slice(0, 3)}q${name.slice(3)}`);
  const most = (find: typeof small, texts: string[]) => Math.max(...texts.map(text => find.run(text).visited));

  it('has a bound that does not depend on the size of the register', () => {
    for (const texts of [prefixes, errors, ['a a a', 's s s s', 'medical centre', 'the surgery', 'q q q q q q']]) {
      expect(most(small, texts)).toBeLessThanOrEqual(1500);
      expect(most(large, texts)).toBeLessThanOrEqual(1500);
    }
  });

  it('a single word is read off, whatever its number of results', () => {
    expect(most(large, ['s', 'surgery', 'the', 'm'])).toBe(0);
    expect(large.run('surgery').total).toBeGreaterThan(10_000);
  });

  it('counts exactly where it says so, and says when it stopped counting', () => {
    const few = small.run('riverside medical');
    expect(few.exact).toBe(true);
    expect(few.total).toBe(small.run('riverside medical', 1000).page.length);
    expect(large.run('the surgery')).toMatchObject({ exact: true });
    const many = large.run('s p m');
    expect(many.exact).toBe(false);
    expect(many.page).toHaveLength(10);
  });
});
