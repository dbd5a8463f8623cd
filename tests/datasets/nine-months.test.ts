import { describe } from 'vitest';
import { file } from './files';
import { nineMonths } from './nine-months';
import { mapFile } from './published';

// England's size, with invented organisations: everywhere.
describe('nine months of changes', { timeout: 180_000 }, () => {
  const text = mapFile('01Jul2026');
  return nineMonths(file('gp-reg-pat-prac-map_2026-07.csv', text), text);
});
