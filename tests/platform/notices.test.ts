import { expect, test } from 'vitest';
import { leaveNotice, takeNotices } from '@/lib/web/notice';
import { keepTyped, takeTyped } from '@/lib/web/resume';
import { switchTo } from '@/lib/workspaces/commands';
import { testDatabase } from '../support/database';
import { anOrganisation, aPerson, joined, later } from '../support/people';
import { countStatements } from '../support/statements';

const { db } = await testDatabase();
const success = (text: string) => ({ tone: 'success', text }) as const;
const texts = (pages: { text: string }[][]) => pages.flat().map(({ text }) => text);

test('what two tabs left at once is told, each once, by whichever page comes first, 20 times', async () => {
  for (let round = 0; round < 20; round += 1) {
    const person = await aPerson();
    await Promise.all([leaveNotice(person, success('one')), leaveNotice(person, success('two'))]);
    const pages = await Promise.all([takeNotices(person), takeNotices(person)]);
    expect(texts(pages).sort()).toEqual(['one', 'two']);
  }
});

test('while some pages leave notices and others tell them none is lost and none is told twice', async () => {
  const person = await aPerson();
  const said = Array.from({ length: 40 }, (_, index) => `notice ${index}`);
  const pages = await Promise.all(
    said.map(async text => {
      await leaveNotice(person, success(text));
      return takeNotices(person);
    }),
  );
  expect(texts([...pages, await takeNotices(person)]).sort()).toEqual([...said].sort());
  expect(await takeNotices(person)).toEqual([]);
});

test('the newest comes first; what another session left and what was typed stay where they are', async () => {
  const [person, other] = [await aPerson(), await aPerson()];
  await leaveNotice(person, success('earlier'));
  await leaveNotice(later(person, 5), success('later'));
  await leaveNotice(other, success('of another'));
  await keepTyped(person, '/here/', { name: 'Typed' });
  expect(texts([await takeNotices(person)])).toEqual(['later', 'earlier']);
  expect(texts([await takeNotices(other)])).toEqual(['of another']);
  expect(await takeTyped(person, '/here/')).toMatchObject({ values: { name: 'Typed' } });
});

test('R44 of several switches that no page told only the last is told, which holds', async () => {
  const person = await aPerson();
  for (const name of ['Ash Surgery', 'Elm Surgery']) {
    const { code } = await anOrganisation({ name });
    await leaveNotice(person, success(`Before ${name}`));
    expect(await switchTo(person, (await joined(person, code, 'member')).id)).toMatchObject({ ok: true });
  }
  const told = texts([await takeNotices(person)]);
  expect(told).toHaveLength(3);
  expect(told).toEqual(expect.arrayContaining(['Before Ash Surgery', 'Before Elm Surgery']));
  expect(told.filter(text => text.startsWith('You are now'))).toEqual([expect.stringContaining('Elm Surgery')]);
});

test('a page asks for notices with one statement, and with none where the viewer’s said that there is nothing', async () => {
  const person = await aPerson();
  await leaveNotice(person, success('one'));
  await leaveNotice(person, success('two'));
  expect(await countStatements(() => takeNotices({ ...person, hasNotice: false }))).toBe(0);
  expect(await countStatements(() => takeNotices({ ...person, hasNotice: true }))).toBe(1);
  expect(await db.notice.count({ where: { sessionId: person.sessionId } })).toBe(0);
});
