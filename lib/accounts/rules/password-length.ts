/** Characters. Apart from the other rules, because a browser checks this much too. */
export const MIN_PASSWORD = 15;
export const MAX_PASSWORD = 200;
