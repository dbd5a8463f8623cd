// Plain JavaScript with types in comments: the server script that runs before anything is compiled uses it too.

import { isIP } from 'node:net';

/** The header in which the server tells the application who asked. Whatever a client sends under this name is replaced. */
export const CLIENT_ADDRESS = 'x-client-address';

/**
 * The address of whoever asked. Each of our own proxies appends the address it was asked from to `X-Forwarded-For`, so
 * with `hops` proxies the entry that many from the end was written by ours, and everything before it by the client.
 * Without proxies the header is ignored (R58).
 *
 * @param {string | undefined} socketAddress the other end of the connection
 * @param {string | string[] | undefined} forwardedFor the header as it came
 * @param {number} hops number of trusted proxies in front
 * @returns {string} an address, or '' when there is none to be believed
 */
export function clientAddress(socketAddress, forwardedFor, hops) {
  const direct = plain(socketAddress ?? '');
  if (hops < 1) return direct;
  const chain = [forwardedFor ?? []].flat().join(',').split(',').map(plain).filter(Boolean);
  const told = chain[chain.length - hops];
  // Fewer entries than proxies: somebody came round one of them.
  return told && isIP(told) ? told : direct;
}

/**
 * Without brackets, port, zone, and the wrapping of IPv4 in IPv6.
 *
 * @param {string} written
 */
function plain(written) {
  const bare = written.trim().replace(/^\[([^\]]*)\](:\d+)?$/, '$1');
  const host = /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(':')) : bare;
  return host.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
}
