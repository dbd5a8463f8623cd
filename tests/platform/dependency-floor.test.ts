import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { belowFloor, floors } from '@/scripts/dependency-floor.mjs';

const installed: Record<string, { version: string }> = {
  'node_modules/next': { version: '16.4.5' },
  'node_modules/next-auth': { version: '4.24.15' },
  'node_modules/@auth/core': { version: '0.41.3' },
};

test('R67 the installed packages are at or above their floors', () => {
  expect(belowFloor(JSON.parse(readFileSync('package-lock.json', 'utf8')))).toEqual([]);
  expect(Object.keys(floors)).toEqual(['next', 'next-auth', '@auth/core']);
});

test('R67 an older copy is found wherever it sits, a newer one is not', () => {
  expect(belowFloor({ packages: installed })).toEqual([]);
  const deep = { 'node_modules/x/node_modules/next': { version: '16.4.4' } };
  expect(belowFloor({ packages: { ...installed, ...deep } })).toEqual([
    'node_modules/x/node_modules/next is 16.4.4: at least 16.4.5',
  ]);
  const preview = { 'node_modules/next': { version: '16.4.5-canary.1' } };
  expect(belowFloor({ packages: { ...installed, ...preview } })).toHaveLength(1);
  const newer = { 'node_modules/next': { version: '16.10.0' } };
  expect(belowFloor({ packages: { ...installed, ...newer } })).toEqual([]);
});
