/** What stands for somebody whose account was erased. */
export const FORMER_MEMBER = 'Former member';
