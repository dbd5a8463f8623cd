// R67: no copy of a package that guards the doors may be older than the version that mended its last known fault,
// however deep in the tree it sits.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

export const floors = { next: '16.4.5', 'next-auth': '4.24.15', '@auth/core': '0.41.3' };

/** What in a package-lock is below its floor, or missing from it. */
export function belowFloor(lock, wanted = floors) {
  return Object.entries(wanted).flatMap(([name, floor]) => {
    const copies = Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
    if (copies.length === 0) return [`${name} is not installed: its floor is out of date`];
    return copies
      .filter(([, { version }]) => isOlder(version, floor))
      .map(([place, { version }]) => `${place} is ${version}: at least ${floor}`);
  });
}

// A preview comes before the version that it announces.
function isOlder(version, floor) {
  const [numbers, preview] = version.split('-');
  const [a, b] = [numbers, floor].map(text => text.split('.').map(Number));
  const difference = a.map((part, i) => part - b[i]).find(Boolean) ?? 0;
  return difference < 0 || (difference === 0 && preview !== undefined);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const faults = belowFloor(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  for (const fault of faults) console.error(fault);
  process.exit(faults.length > 0 ? 1 : 0);
}
