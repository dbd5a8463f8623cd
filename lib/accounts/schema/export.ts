import { z } from 'zod';

// The file that a person gets when they ask for everything about them. docs/export.md says the same in prose; a test
// compares the two. A change that takes something away or gives it another meaning raises the version.

export const EXPORT_VERSION = 1;

const moment = z.iso.datetime().describe('A moment, in UTC');
const organisation = z.object({
  code: z.string().describe('The code of the organisation in the NHS register'),
  name: z.string(),
});

const account = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  emailConfirmed: moment.nullable(),
  passwordChanged: moment.nullable(),
  created: moment,
  lastSignIn: moment.nullable(),
  state: z.string(),
  stateSince: moment,
  firstStepsPutAway: moment.nullable(),
  platformAdministratorSince: moment.nullable(),
});

const session = z.object({
  began: moment,
  lastSeen: moment,
  ends: moment,
  endsUnusedAfter: z.number().describe('Seconds'),
  identityConfirmed: moment.describe('When you last proved who you are'),
  device: z.string(),
  network: z.string().describe('The beginning of the internet address'),
  keptSignedIn: z.boolean(),
});

const mailedLink = z.object({
  purpose: z.string(),
  address: z.string(),
  sent: moment,
  expires: moment,
  codeExpires: moment.nullable(),
  codeTries: z.number(),
  used: moment.nullable(),
  replaced: moment.nullable(),
  leadsTo: z.string().nullable().describe('The page you had asked for'),
});

const membership = z.object({
  reference: z.string(),
  organisation,
  state: z.string(),
  role: z.string().nullable(),
  since: moment,
  requested: moment.nullable(),
  claim: z.string().nullable().describe('What you said you do there'),
  message: z.string().nullable(),
  created: moment,
  lastUsed: moment.nullable(),
  confirmed: moment.nullable().describe('When it was last confirmed at the yearly check'),
  refusals: z.number().describe('Refusals since the last approval'),
  deciderReminded: moment.nullable(),
  platformAsked: moment.nullable().describe('When the platform team was asked, because it was late'),
  questionAsked: moment.nullable(),
  nudged: moment.nullable(),
});

const invitation = z.object({
  organisation,
  role: z.string(),
  byYou: z.boolean(),
  toYou: z.boolean(),
  sent: moment,
  until: moment,
  sentAgain: moment.nullable(),
});

const membershipEvent = z.object({
  at: moment,
  organisation,
  operation: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  fromRole: z.string().nullable(),
  toRole: z.string().nullable(),
  by: z.string().describe('In what capacity it was done: self, admin, pcn, platform, clock, register'),
  ofPcn: z.string().nullable().describe('The code of the PCN that decided'),
  byYou: z.boolean(),
  aboutYou: z.boolean(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
  evidence: z.unknown().describe('What the decider was shown about you'),
  takesBack: z.boolean().describe('It undid an earlier decision'),
});

const authenticator = z.object({ begun: moment, setUp: moment.nullable(), lastUsed: moment.nullable() });
const passkey = z.object({
  name: z.string(),
  added: moment,
  lastUsed: moment.nullable(),
  uses: z.number().describe('How often the device says it was used; 0 where it does not count'),
  transports: z.array(z.string()).describe('How the device can be reached'),
});
const recoveryCode = z.object({ made: moment, used: moment.nullable() });
const knownDevice = z.object({ device: z.string(), network: z.string(), first: moment, last: moment });

const preset = z.object({
  name: z.string(),
  tool: z.string(),
  toolVersion: z.number(),
  workspace: organisation.nullable().describe('The workspace that keeps it; null when it is yours alone'),
  settings: z.unknown(),
  vintage: z.unknown().describe('The data it was saved on'),
  figures: z.unknown().describe('What it showed when it was saved'),
  created: moment,
  changed: moment,
  lastUsed: moment.nullable(),
  removed: moment.nullable(),
});

const savedFilter = z.object({
  name: z.string(),
  filters: z.string().describe('As the address of the list of requests carries them'),
  saved: moment,
});

const mail = z.object({
  kind: z.string(),
  written: moment,
  sent: moment.nullable(),
  failed: moment.nullable(),
  tries: z.number(),
  lastError: z.string().nullable(),
});

const activity = z.object({
  at: moment,
  action: z.string(),
  by: z.string().describe('user, clock, register, system'),
  byYou: z.boolean(),
  aboutYou: z.boolean(),
  organisation: z.string().nullable().describe('Code'),
  data: z.unknown(),
});

const dataLoad = z.object({ dataset: z.string(), file: z.string(), loaded: moment });
const dataImport = z.object({ source: z.string(), file: z.string(), state: z.string(), asked: moment });
const madeExport = z.object({
  asked: moment,
  ready: moment.nullable(),
  removedOn: moment.nullable(),
  failed: moment.nullable(),
  bytes: z.number().nullable(),
});
const factorRemoval = z.object({
  byYou: z.boolean(),
  aboutYou: z.boolean(),
  asked: moment,
  due: moment,
  stopped: moment.nullable(),
  done: moment.nullable(),
  evidence: z.string().nullable().describe('How the platform team made sure who asked; null where it is about others'),
});

export const personalExport = z.object({
  version: z.literal(EXPORT_VERSION),
  service: z.string(),
  made: moment,
  account,
  sessions: z.array(session),
  mailedLinks: z.array(mailedLink),
  memberships: z.array(membership),
  invitations: z.array(invitation),
  membershipEvents: z.array(membershipEvent),
  presets: z.array(preset),
  savedFilters: z.array(savedFilter),
  mails: z.array(mail),
  activity: z.array(activity),
  dataLoads: z.array(dataLoad),
  dataImports: z.array(dataImport),
  exports: z.array(madeExport),
  authenticators: z.array(authenticator),
  passkeys: z.array(passkey),
  recoveryCodes: z.array(recoveryCode),
  knownDevices: z.array(knownDevice),
  factorRemovals: z.array(factorRemoval),
});

export type PersonalExport = z.infer<typeof personalExport>;
