import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

test('R60 nothing makes prerendered pages anew at run time: they would lose the policy that the build wrote', () => {
  const files = ['app', 'components', 'lib'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !file.includes('generated'))
      .map(file => path.join(folder, file)),
  );
  expect(files.length).toBeGreaterThan(300);
  const remade = /\b(revalidatePath|revalidateTag|updateTag)\b|export const revalidate\b/;
  expect(files.filter(file => remade.test(readFileSync(path.join(root, file), 'utf8')))).toEqual([]);
});
