import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folders = ['app', 'components', 'emails', 'lib', 'scripts', 'tests'];
const own = folders.flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.(ts|tsx|mjs|mts)$/.test(file) && !file.includes('generated'))
    .map(file => path.join(folder, file)),
);
const length = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;

test('no file is longer than can be read at one sitting: 300 lines', () => {
  expect(own.length).toBeGreaterThan(900);
  expect(own.filter(file => length(file) > 300)).toEqual([]);
});
