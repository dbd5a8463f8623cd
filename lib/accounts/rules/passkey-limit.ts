// Apart from the other rules of factors, because words reach the browser and otpauth need not.

/** So many passkeys may one account have. */
export const MOST_PASSKEYS = 20;
