import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { leadingOn } from './doors';

const root = path.resolve(import.meta.dirname, '../..');

const sources = ['app', 'lib', 'components'].flatMap(folder =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !file.includes('generated'))
    .map(file => ({ file: `${folder}/${file}`, source: readFileSync(path.join(root, folder, file), 'utf8') })),
);

test('R61 every file that leads on to an address of the request is on the list, and no other', () => {
  const found = sources.filter(
    ({ file, source }) => /(?<!\* .*)\breturnPath\(/.test(source) && file !== 'lib/core/return-path.ts',
  );
  expect(found.map(({ file }) => file).sort()).toEqual([...leadingOn].sort());
});

test('R61 nothing else leads anywhere but to a path that is written in the source', () => {
  const written =
    /^(?:[\w.]+ \? )?(?:['`]\/(?!\/|\$)|returnPath\(|await backHere\(['`]\/|pageAfterSwitch\(returnPath\()/;
  const elsewhere = sources.flatMap(({ file, source }) =>
    [
      ...source
        .replace(/\s+/g, ' ')
        .matchAll(/\b(?:permanentRedirect|redirect|NextResponse\.redirect|Response\.redirect)\( ?(.{0,120})/g),
    ]
      .map(([, target = '']) => target)
      .filter(target => !written.test(target) && !isOwn(target) && !isLocal(source, target))
      .map(target => `${file}: ${target}`),
  );
  expect(elsewhere).toEqual([]);
  expect(sources.flatMap(({ source }) => source.match(/\bredirect\(/g) ?? []).length).toBeGreaterThan(40);
});

/** It is made by a function that writes a path of its own. */
const isOwn = (target: string) => {
  const maker = /^(?:[\w.]+ \? )?(?:await )?(\w+)\(/.exec(target)?.[1];
  const begins = new RegExp(`(?:const|function) ${maker}\\b[\\s\\S]{0,400}?['\`](?:/(?!/|\\$)|\\$\\{LIST\\})`);
  return maker !== undefined && sources.some(({ source }) => begins.test(source));
};

/** A name that the same file gives to a path of its own, or to what such a function makes. */
function isLocal(source: string, target: string): boolean {
  const name = /(?:^|\? |`\$\{)(\w+)/.exec(target.replace(/^\w+ \? /, ''))?.[1];
  const value = name && new RegExp(`const ${name} =\\s*([^;]*)`).exec(source)?.[1];
  return value ? /['`]\/(?!\/|\$)/.test(value) || isOwn(value) : false;
}
