/** Whether an organisation is over: closed by the register, or gone from it. One that is dormant or proposed is not. */
export const isClosed = (status: string): boolean => status === 'closed' || status === 'missing';
