import { describe, expect, test } from 'vitest';
import { clientAddress } from '@/lib/core/client-address.mjs';

describe('R58 the address of a client comes from trusted proxies only', () => {
  test('R58 with no proxy configured a forwarded header is ignored', () => {
    expect(clientAddress('203.0.113.9', '198.51.100.1', 0)).toBe('203.0.113.9');
    expect(clientAddress('203.0.113.9', ['198.51.100.1', '192.0.2.1'], 0)).toBe('203.0.113.9');
  });

  test('R58 with one proxy the last entry counts, whatever the client wrote before it', () => {
    expect(clientAddress('10.0.0.2', '198.51.100.1', 1)).toBe('198.51.100.1');
    expect(clientAddress('10.0.0.2', '127.0.0.1, 198.51.100.1', 1)).toBe('198.51.100.1');
    expect(clientAddress('10.0.0.2', '127.0.0.1, 198.51.100.1, 10.0.0.1', 2)).toBe('198.51.100.1');
  });

  test('R58 with fewer entries than proxies the connection counts', () => {
    expect(clientAddress('10.0.0.2', undefined, 1)).toBe('10.0.0.2');
    expect(clientAddress('10.0.0.2', '198.51.100.1', 2)).toBe('10.0.0.2');
    expect(clientAddress('10.0.0.2', 'unknown', 1)).toBe('10.0.0.2');
    expect(clientAddress('10.0.0.2', '198.51.100.1, <script>', 1)).toBe('10.0.0.2');
  });

  test('R58 the ways of writing an address are one', () => {
    expect(clientAddress('::ffff:203.0.113.9', undefined, 0)).toBe('203.0.113.9');
    expect(clientAddress('fe80::1%eth0', undefined, 0)).toBe('fe80::1');
    expect(clientAddress('10.0.0.2', '198.51.100.1:5123', 1)).toBe('198.51.100.1');
    expect(clientAddress('10.0.0.2', '[2001:db8::7]:443', 1)).toBe('2001:db8::7');
    expect(clientAddress(undefined, undefined, 0)).toBe('');
  });
});
