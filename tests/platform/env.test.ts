import { describe, expect, it } from 'vitest';
import { readEnv } from '@/lib/platform/env';

const production = {
  NODE_ENV: 'production',
  APP_URL: 'https://accounts.example.org',
  DATABASE_URL: 'postgresql://db.example.org/haresign',
  AUTH_SECRET: 'x'.repeat(32),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: 'y'.repeat(44),
  RESEND_API_KEY: 're_1',
  SITE_NAME: 'Haresign',
  SITE_OPERATOR: 'Example Care Limited',
  SITE_CONTACT: 'help@example.org',
};

const faultsOf = (changes: Record<string, string | undefined>) => {
  const reading = readEnv({ ...production, ...changes });
  return reading.ok ? [] : reading.faults;
};

describe('R66 a production start', () => {
  it('goes ahead with every setting in order', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    ['APP_URL', undefined],
    ['DATABASE_URL', undefined],
    ['AUTH_SECRET', undefined],
    ['AUTH_SECRET', 'short'],
    ['NEXT_SERVER_ACTIONS_ENCRYPTION_KEY', undefined],
    ['SITE_CONTACT', undefined],
    ['SITE_OPERATOR', undefined],
    ['APP_URL', 'http://accounts.example.org'],
    ['RESEND_API_KEY', undefined],
    ['TEST_CLOCK_FILE', '/tmp/clock'],
    ['SITE_NAME', 'My NHS accounts'],
    ['PORT', 'eighty'],
  ])('is refused with %s = %s, and says which setting it is', (name, value) => {
    expect(faultsOf({ [name]: value })).toEqual([expect.stringContaining(name)]);
  });

  it('names every fault at once', () => {
    expect(faultsOf({ AUTH_SECRET: undefined, APP_URL: undefined, SITE_CONTACT: undefined })).toHaveLength(3);
  });

  it('may keep mails in a folder when that is asked for, and may be http on this machine', () => {
    expect(faultsOf({ RESEND_API_KEY: undefined, ALLOW_OUTBOX: '1' })).toEqual([]);
    expect(faultsOf({ APP_URL: 'http://localhost:3000' })).toEqual([]);
  });

  it('is a trial installation on the embedded database', () => {
    expect(readEnv({ NODE_ENV: 'production', EMBEDDED: '1' }).ok).toBe(true);
  });
});
