/** As many requests as are decided with one check. */
export const MOST_AT_ONCE = 500;
/** More decisions than this run as a job, with a page that shows how far it is. */
export const MOST_IN_A_REQUEST = 50;
