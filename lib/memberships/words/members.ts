export const memberRoleWords = { '': 'Any', admin: 'Admin', member: 'Member' };
export const memberStateWords = { '': 'Any', active: 'In use', resting: 'Disabled or closing' };

/** How many there are, and how many of them match. */
export function countMembers(total: number, matching: number): string {
  const all = total === 1 ? 'One member' : `${total} members`;
  return matching === total ? all : `${matching} of ${total} members`;
}
