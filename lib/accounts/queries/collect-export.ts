import 'server-only';
import type { Db } from '@/lib/platform/db';
import type { personalTables } from '../rules/personal-data';
import type { PersonalExport } from '../schema/export';

type Tables = typeof personalTables;
type Exported = { [T in keyof Tables]: Tables[T]['exported'] }[keyof Tables];
/** Every part that the list of tables names. A table that is listed there and not read here does not compile. */
export type Section = Extract<Exported, string>;

type Reader<S extends Section> = (db: Db, userId: string) => Promise<PersonalExport[S]>;

/** Everything the database knows about a person, part by part. Never a digest, a secret, or who somebody else is. */
export async function collectExport(db: Db, userId: string): Promise<{ [S in Section]: PersonalExport[S] }> {
  return {
    account: await readers.account(db, userId),
    sessions: await readers.sessions(db, userId),
    mailedLinks: await readers.mailedLinks(db, userId),
    memberships: await readers.memberships(db, userId),
    invitations: await readers.invitations(db, userId),
    membershipEvents: await readers.membershipEvents(db, userId),
    presets: await readers.presets(db, userId),
    savedFilters: await readers.savedFilters(db, userId),
    mails: await readers.mails(db, userId),
    activity: await readers.activity(db, userId),
    dataLoads: await readers.dataLoads(db, userId),
    dataImports: await readers.dataImports(db, userId),
    exports: await readers.exports(db, userId),
    authenticators: await readers.authenticators(db, userId),
    passkeys: await readers.passkeys(db, userId),
    recoveryCodes: await readers.recoveryCodes(db, userId),
    knownDevices: await readers.knownDevices(db, userId),
    factorRemovals: await readers.factorRemovals(db, userId),
  };
}

const readers: { [S in Section]: Reader<S> } = {
  async account(db, userId) {
    const user = await db.user.findUniqueOrThrow({ where: { id: userId } });
    return {
      id: user.id,
      name: user.name,
      email: user.email ?? '',
      emailConfirmed: iso(user.emailVerified),
      passwordChanged: iso(user.passwordChangedAt),
      created: user.createdAt.toISOString(),
      lastSignIn: iso(user.lastSignInAt),
      state: user.state,
      stateSince: user.stateSince.toISOString(),
      firstStepsPutAway: iso(user.setupDismissedAt),
      platformAdministratorSince: iso(user.platformAdminSince),
    };
  },
  async sessions(db, userId) {
    const rows = await db.session.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(row => ({
      began: row.createdAt.toISOString(),
      lastSeen: row.lastSeenAt.toISOString(),
      ends: row.expires.toISOString(),
      endsUnusedAfter: row.idleSeconds,
      identityConfirmed: row.provedAt.toISOString(),
      device: row.device,
      network: row.network,
      keptSignedIn: row.remembered,
    }));
  },
  async mailedLinks(db, userId) {
    const rows = await db.verificationToken.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(row => ({
      purpose: row.purpose,
      address: row.address,
      sent: row.createdAt.toISOString(),
      expires: row.expires.toISOString(),
      codeExpires: iso(row.codeExpires),
      codeTries: row.codeTries,
      used: iso(row.spentAt),
      replaced: iso(row.supersededAt),
      leadsTo: row.returnTo,
    }));
  },
  async memberships(db, userId) {
    const rows = await db.membership.findMany({ where: { userId }, include: { organisation }, orderBy: { id: 'asc' } });
    return rows.map(row => ({
      reference: row.reference,
      organisation: named(row.organisation),
      state: row.state,
      role: row.role,
      since: row.stateSince.toISOString(),
      requested: iso(row.requestedAt),
      claim: row.claim,
      message: row.message,
      created: row.createdAt.toISOString(),
      lastUsed: iso(row.lastUsedAt),
      confirmed: iso(row.attestedAt),
      refusals: row.refusals,
      deciderReminded: iso(row.remindedAt),
      platformAsked: iso(row.escalatedAt),
      questionAsked: iso(row.pausedAt),
      nudged: iso(row.nudgedAt),
    }));
  },
  async invitations(db, userId) {
    const rows = await db.invitation.findMany({
      where: { OR: [{ invitedById: userId }, { membership: { userId } }] },
      include: { organisation, membership: { select: { userId: true } } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ membership, invitedById, role, createdAt, expires, ...row }) => ({
      organisation: named(row.organisation),
      role,
      byYou: invitedById === userId,
      toYou: membership?.userId === userId,
      sent: createdAt.toISOString(),
      until: expires.toISOString(),
      sentAgain: iso(row.resentAt),
    }));
  },
  async membershipEvents(db, userId) {
    const rows = await db.membershipEvent.findMany({
      where: { OR: [{ actorId: userId }, { membership: { userId } }] },
      include: { membership: { select: { userId: true, organisation } } },
      orderBy: { position: 'asc' },
    });
    return rows.map(({ membership, ...row }) => {
      const aboutYou = membership.userId === userId;
      const byYou = row.actorId === userId;
      return {
        at: row.at.toISOString(),
        organisation: named(membership.organisation),
        operation: row.operation,
        from: row.fromState,
        to: row.toState,
        fromRole: row.fromRole,
        toRole: row.role,
        by: row.actorAs,
        ofPcn: row.actorOrg,
        byYou,
        aboutYou,
        reason: row.reason,
        message: aboutYou || byYou ? row.message : null,
        // What was shown about somebody else is theirs.
        evidence: aboutYou ? row.evidence : null,
        takesBack: row.undoes !== null,
      };
    });
  },
  async presets(db, userId) {
    const rows = await db.preset.findMany({
      where: { ownerId: userId },
      include: { organisation },
      orderBy: { createdAt: 'asc' },
    });
    return rows.map(preset => ({
      name: preset.name,
      tool: preset.tool,
      toolVersion: preset.toolVersion,
      workspace: preset.organisation && named(preset.organisation),
      settings: preset.settings,
      vintage: preset.vintage,
      figures: preset.headline,
      created: preset.createdAt.toISOString(),
      changed: preset.updatedAt.toISOString(),
      lastUsed: iso(preset.lastUsedAt),
      removed: iso(preset.deletedAt),
    }));
  },
  async savedFilters(db, userId) {
    const rows = await db.savedFilter.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ name, search, createdAt }) => ({ name, filters: search, saved: createdAt.toISOString() }));
  },
  async mails(db, userId) {
    const rows = await db.mail.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ kind, createdAt, sentAt, failedAt, tries, lastError }) => ({
      kind,
      written: createdAt.toISOString(),
      sent: iso(sentAt),
      failed: iso(failedAt),
      tries,
      lastError,
    }));
  },
  async activity(db, userId) {
    const rows = await db.audit.findMany({
      where: { OR: [{ actorId: userId }, { personId: userId }] },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    return rows.map(({ at, action, actorKind, actorId, personId, orgCode, data }) => ({
      at: at.toISOString(),
      action,
      by: actorKind,
      byYou: actorId === userId,
      aboutYou: personId === userId,
      organisation: orgCode,
      data,
    }));
  },
  async dataLoads(db, userId) {
    const rows = await db.datasetLoad.findMany({ where: { loadedById: userId }, orderBy: { loadedAt: 'asc' } });
    return rows.map(({ datasetId, fileName, loadedAt }) => ({
      dataset: datasetId,
      file: fileName,
      loaded: loadedAt.toISOString(),
    }));
  },
  async dataImports(db, userId) {
    const rows = await db.datasetImport.findMany({ where: { askedById: userId }, orderBy: { askedAt: 'asc' } });
    return rows.map(({ source, fileName, state, askedAt }) => ({
      source,
      file: fileName,
      state,
      asked: askedAt.toISOString(),
    }));
  },
  async exports(db, userId) {
    const rows = await db.export.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ createdAt, readyAt, expires, failedAt, bytes }) => ({
      asked: createdAt.toISOString(),
      ready: iso(readyAt),
      removedOn: iso(expires),
      failed: iso(failedAt),
      bytes,
    }));
  },
  async authenticators(db, userId) {
    const rows = await db.authenticator.findMany({ where: { userId } });
    return rows.map(({ createdAt, confirmedAt, lastUsedAt }) => ({
      begun: createdAt.toISOString(),
      setUp: iso(confirmedAt),
      lastUsed: iso(lastUsedAt),
    }));
  },
  async passkeys(db, userId) {
    const rows = await db.passkey.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ name, createdAt, lastUsedAt, counter, transports }) => ({
      name,
      added: createdAt.toISOString(),
      lastUsed: iso(lastUsedAt),
      uses: Number(counter),
      transports,
    }));
  },
  async recoveryCodes(db, userId) {
    const rows = await db.recoveryCode.findMany({
      where: { userId },
      orderBy: [{ createdAt: 'asc' }, { usedAt: 'asc' }],
    });
    return rows.map(({ createdAt, usedAt }) => ({ made: createdAt.toISOString(), used: iso(usedAt) }));
  },
  async knownDevices(db, userId) {
    const rows = await db.knownDevice.findMany({ where: { userId }, orderBy: { createdAt: 'asc' } });
    return rows.map(({ device, network, createdAt, lastSeenAt }) => ({
      device,
      network,
      first: createdAt.toISOString(),
      last: lastSeenAt.toISOString(),
    }));
  },
  async factorRemovals(db, userId) {
    const rows = await db.factorRemoval.findMany({
      where: { OR: [{ userId }, { askedById: userId }] },
      orderBy: { askedAt: 'asc' },
    });
    return rows.map(row => ({
      byYou: row.askedById === userId,
      aboutYou: row.userId === userId,
      asked: row.askedAt.toISOString(),
      due: row.due.toISOString(),
      stopped: iso(row.stoppedAt),
      done: iso(row.doneAt),
      evidence: row.userId === userId ? row.evidence : null,
    }));
  },
};

const organisation = { select: { code: true, displayName: true } };
const named = ({ code, displayName }: { code: string; displayName: string }) => ({ code, name: displayName });
const iso = (at: Date | null) => at?.toISOString() ?? null;
