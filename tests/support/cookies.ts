/** The cookies of an installation on plain http, as a browser names them. */
export const cookieNames = {
  session: 'session',
  marker: 'has-session',
  workspace: 'active-workspace',
  pending: 'pending-registration',
};
