/** An address as a page shows it to whoever holds its link: `a•••@nhs.net`. */
export const masked = (address: string) => address.replace(/^(.)[^@]*/, '$1•••');
