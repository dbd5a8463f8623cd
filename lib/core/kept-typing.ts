/** In the address of a page to which a sign-in leads back because its form was sent without a session. */
export const AFTER_SIGN_IN = 'typed';
