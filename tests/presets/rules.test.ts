import { expect, test } from 'vitest';
import { suggestedName } from '@/lib/presets/rules';

test('a name is suggested from what is shown', () => {
  const asShown = suggestedName('Elm Surgery', { period: '2026-10', compare: 'england' });
  expect(asShown).toBe('Elm Surgery, October 2026, vs England');
  expect(suggestedName('x'.repeat(80), { period: null, compare: 'sub-icb' }).length).toBeLessThanOrEqual(80);
});
