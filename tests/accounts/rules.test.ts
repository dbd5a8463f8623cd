import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { suggestAddress } from '@/lib/accounts/rules/address-typo';
import { deviceWords, networkOf } from '@/lib/accounts/rules/device';
import { HOUR, MINUTE, nextMailAt, signInLadders } from '@/lib/accounts/rules/limits';
import { weakness } from '@/lib/accounts/rules/password';
import { newPassword, personName, typedCode } from '@/lib/accounts/schema';
import { emailAddress } from '@/lib/core/address';
import { returnPath } from '@/lib/core/return-path';
import { pauseAfter } from '@/lib/platform/attempts';

const about = { name: 'Asha Patel', email: 'a.patel@elmgreen.nhs.uk', siteName: 'Haresign' };
const judge = (password: string, more = {}) => weakness(password, { ...about, ...more });

describe('R28 R29 the length of a password is its only form', () => {
  test('R28 fourteen characters are refused, fifteen are taken', async () => {
    expect(newPassword.safeParse('kettle ox lamp').success).toBe(false);
    expect(newPassword.safeParse('kettle ox lamps').success).toBe(true);
    expect(await judge('kettle ox lamp')).toBe('password-short');
    expect(await judge('kettle ox lamps')).toBeNull();
  });

  test('R29 spaces, other scripts and 200 characters are taken as typed; 201 are refused', async () => {
    const long = 'kettle lamp river '.repeat(12).slice(0, 196);
    for (const password of [
      '  kettle lamp river  ',
      'чайник лампа река дом',
      '茶壺とランプと川の流れを見る朝',
      `ends ${'ß'.repeat(3)} with ügly hats`,
    ]) {
      expect(newPassword.parse(password)).toBe(password);
      expect(await judge(password)).toBeNull();
    }
    expect(newPassword.safeParse(`${long}abcd`).success).toBe(true);
    expect(newPassword.safeParse(`${long}abcde`).success).toBe(false);
  });

  test('R29 no kind of character is demanded', async () => {
    expect(await judge('kettle lamp river')).toBeNull();
    expect(await judge('three green kettles')).toBeNull();
    expect(await judge('KETTLELAMPRIVERS')).toBeNull();
  });
});

describe('R30 common, repeated, sequential and personal passwords are refused, and the reason is stated', () => {
  const common = [
    'passwordpassword',
    'qwertyuiopasdfgh',
    '123456789012345',
    'aaaaaaaaaaaaaaaa',
    'abcdefghijklmnop',
    'Password12345678',
    'iloveyouiloveyou',
    '1q2w3e4r5t6y7u8i',
    'P@ssw0rdP@ssw0rd',
    'abcabcabcabcabcabc',
    'winter2026winter2026',
  ];
  test.each(common)('R30 %s is too common', async password => {
    expect(await judge(password)).toBe('password-common');
  });

  test.each([
    ['my name is ashanti 7', 'password-name'],
    ['kettle P4TEL river', 'password-name'],
    ['kettle elmgreen river', 'password-address'],
    ['kettle h4resign river', 'password-service'],
    ['kettle b81001 river', 'password-organisation'],
    ['kettle Fellside river', 'password-organisation'],
  ])('R30 %s is refused: %s', async (password, refusal) => {
    const organisations = [{ code: 'B81001', name: 'Fellside Medical Practice' }];
    expect(await judge(password, { organisations })).toBe(refusal);
  });

  test('R30 three random words are taken, also with a kind of place in them', async () => {
    const organisations = [{ code: 'B81001', name: 'Fellside Medical Practice' }];
    expect(await judge('purple tractor biscuit')).toBeNull();
    expect(await judge('medical otter lantern', { organisations })).toBeNull();
    expect(await judge('planning otter lantern', { name: 'Ann Li' })).toBeNull();
  });

  test('R31 judging the longest password stays quick', async () => {
    await judge('warm the dictionaries up');
    const before = process.cpuUsage();
    await judge('a1!x'.repeat(50));
    // Time of the processor, so that a busy machine does not matter.
    expect(process.cpuUsage(before).user).toBeLessThan(500_000);
  });
});

describe('R23 one address has one form', () => {
  test.each([
    [' A.Patel@NHS.net ', 'a.patel@nhs.net'],
    ["o'neill+gp@elm-green.nhs.uk", "o'neill+gp@elm-green.nhs.uk"],
  ])('R23 %s is taken as %s', (typed, canonical) => {
    expect(emailAddress.parse(typed)).toBe(canonical);
  });

  test.each([
    'аsha@nhs.net',
    'asha@nhs．net',
    '"asha patel"@nhs.net',
    'asha@nhs.net@evil.example',
    'asha@evil.example,b@nhs.net',
    'asha(comment)@nhs.net',
    'asha@[192.0.2.1]',
    'asha@localhost',
    'asha@nhs..net',
    '.asha@nhs.net',
    'asha@nhs.net\nbcc:x@evil.example',
    'ａsha@nhs.net',
    '',
  ])('R23 %s is refused', typed => {
    expect(emailAddress.safeParse(typed).success).toBe(false);
  });
});

describe('R27 a name cannot carry anything that acts', () => {
  test.each([
    'Asha\r\nBcc: x@evil.example',
    'Asha <b>',
    'visit www.evil.example',
    'evil.example',
    'http://x',
    'Asha\u202Egnp',
    'a@b',
    '',
    '   ',
    '12',
    'x'.repeat(101),
  ])('R27 %j is refused', typed => {
    expect(personName.safeParse(typed).success).toBe(false);
  });

  test.each([
    ['Asha Patel'],
    ["Siân O'Neill-Jones"],
    ['Dr. J. R. Okonkwo'],
    ['A.B.Patel'],
    ['李小龍'],
    ['Zoë  van   der Berg'],
    ['x'.repeat(100)],
  ])('R27 %s is taken', typed => {
    expect(personName.parse(typed)).toBe(typed.replace(/ +/g, ' '));
  });
});

describe('R61 a way back stays on this site', () => {
  test.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    '/%2F%2Fevil.example',
    '/\t/evil.example',
    '/a/../../evil',
    'evil',
    '',
    '/%5cevil',
    '/x\u0000',
    `/${'a'.repeat(2001)}`,
  ])('R61 %j leads to the fallback', wanted => {
    expect(returnPath(wanted, '/here/')).toBe('/here/');
  });

  test.each(['/accounts/profile/', '/tools/practice-overview/?org=A81001&period=2026-07', '/w/A81001/approvals/'])(
    'R61 %s is kept',
    wanted => {
      expect(returnPath(wanted)).toBe(wanted);
    },
  );
});

describe('the waits between mails and between tries', () => {
  const at = (minutes: number) => new Date(Date.UTC(2026, 10, 22, 8, 0) + minutes * MINUTE);

  test('R18 mails wait 1, 2, 5 and 15 minutes, and there are five in a day', () => {
    expect(nextMailAt([], at(0))).toBeNull();
    expect(nextMailAt([at(0)], at(0))).toEqual(at(1));
    expect(nextMailAt([at(0)], at(1))).toBeNull();
    expect(nextMailAt([at(0), at(1)], at(1))).toEqual(at(3));
    expect(nextMailAt([at(0), at(1), at(3)], at(3))).toEqual(at(8));
    expect(nextMailAt([at(0), at(1), at(3), at(8)], at(8))).toEqual(at(23));
    const five = [at(0), at(1), at(3), at(8), at(23)];
    expect(nextMailAt(five, at(60))).toEqual(at(24 * 60));
    expect(nextMailAt(five, at(24 * 60))).toBeNull();
  });

  test('R36 waits grow from the fifth failure to fifteen minutes and no further', () => {
    const { account } = signInLadders;
    expect([1, 4, 5, 6, 10, 11, 200].map(failures => pauseAfter(account, failures))).toEqual([
      0,
      0,
      15_000,
      30_000,
      15 * MINUTE,
      15 * MINUTE,
      15 * MINUTE,
    ]);
    expect(account.forgottenAfter).toBe(HOUR);
  });

  test('R36 waits never shrink while failures grow', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.constantFrom(...Object.values(signInLadders)), (failures, ladder) => {
        expect(pauseAfter(ladder, failures + 1)).toBeGreaterThanOrEqual(pauseAfter(ladder, failures));
      }),
    );
  });
});

describe('small readings', () => {
  test.each([
    ['a@nhs.ent', 'a@nhs.net'],
    ['a@gmial.com', 'a@gmail.com'],
    ['a@hotmial.co.uk', 'a@hotmail.co.uk'],
    ['a@nhs.net', null],
    ['a@elmgreen.nhs.uk', null],
    ['a@gp-practice.example', null],
    ['a', null],
  ])('%s suggests %s', (typed, meant) => {
    expect(suggestAddress(typed)).toBe(meant);
  });

  test('a device is told in words, without more than is known', () => {
    const windows =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';
    expect(deviceWords(`${windows} Edg/150.0.0.0`)).toBe('Edge on Windows');
    expect(deviceWords(windows)).toBe('Chrome on Windows');
    expect(
      deviceWords(
        'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19 Mobile Safari/604.1',
      ),
    ).toBe('Safari on iPhone');
    expect(deviceWords('curl/8.5')).toBe('An unknown device');
  });

  test('a network is kept, an address is not', () => {
    expect(networkOf('203.0.113.77')).toBe('203.0.113.0');
    expect(networkOf('2001:db8:12:34::7')).toBe('2001:db8:12::');
    expect(networkOf('2001:db8::7')).toBe('2001:db8:0::');
    expect(networkOf('::1')).toBe('0:0:0::');
    expect(networkOf('')).toBe('');
  });

  test('a code may be spaced and is six digits', () => {
    expect(typedCode.parse({ code: ' 123 456 ' }).code).toBe('123456');
    expect(typedCode.safeParse({ code: '12345' }).success).toBe(false);
    expect(typedCode.safeParse({}).success).toBe(false);
  });
});
