import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { actorNames } from '@/lib/core/operations';
import { operations, standings } from '@/lib/memberships/rules/machine';
import { pages } from '@/scripts/docs';
import { rooms } from '@/scripts/pages/permissions';

it.each(Object.entries(pages))('R02 R09 %s says what the code says (npm run docs writes it)', (file, page) => {
  expect(readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')).toBe(page());
});

it('R09 the page of transitions has a line for every operation and every standing', () => {
  const page = pages['docs/transitions.md']();
  for (const operation of operations) expect(page).toContain(`| \`${operation}\` |`);
  for (const standing of standings) expect(page).toContain(`\n| ${standing} |`);
  // Every line of a table has as many cells as its head: the columns say who may.
  const tables = page.split('\n\n').filter(block => block.startsWith('| '));
  expect(tables.length).toBe(2);
  for (const table of tables) {
    const [head = '', ...lines] = table.trim().split('\n');
    const cells = (line: string) => line.split('|').length;
    for (const line of lines) expect(cells(line), line).toBe(cells(head));
  }
});

it('R02 the page of permissions has a line for every operation and a column for every actor', () => {
  const page = pages['docs/permissions.md']();
  const entries = Object.values(rooms).flatMap(table => Object.values(table));
  for (const { words } of entries) expect(page).toContain(`| ${words} |`);
  const rows = page.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| ---'));
  for (const row of rows) expect(row.split(' |').length - 2, row).toBe(actorNames.length);
});
