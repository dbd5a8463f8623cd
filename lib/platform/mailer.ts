import 'server-only';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport } from 'nodemailer';
import { Resend } from 'resend';
import { z } from 'zod';
import { type MailKind, renderMail } from '@/emails/catalogue';
import { db } from './db';
import { env } from './env';
import { log } from './log';
import { unseal } from './seal';

const sealedMail = z.object({ to: z.string(), props: z.record(z.string(), z.unknown()) });

export type Outgoing = {
  id: string;
  kind: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  createdAt: Date;
};

/**
 * Sends one mail, once: the row is locked while it is sent, and its id is the provider's idempotency key, so a run cut
 * off between sending and noting repeats the same mail, not another one.
 */
export async function deliver(mailId: string): Promise<void> {
  await db().$transaction(
    async tx => {
      const [row] = await tx.$queryRaw<{ id: string; kind: string; sealed: Uint8Array; created_at: Date }[]>`
        select id, kind, sealed, created_at from mails
        where id = ${mailId}::uuid and sent_at is null and sealed is not null
        for update skip locked`;
      if (!row) return;
      const { to, props } = sealedMail.parse(unseal(row.sealed));
      const content = await renderMail(row.kind as MailKind, props, site());
      await transports[env().mail]({ id: row.id, kind: row.kind, to, createdAt: row.created_at, ...content });
      await tx.mail.update({
        where: { id: row.id },
        data: { sentAt: new Date(), sealed: null, tries: { increment: 1 } },
      });
      log.info({ mail: row.id, kind: row.kind }, 'mail sent');
    },
    { maxWait: 10_000, timeout: 45_000 },
  );
}

/** Marks a mail that no try could send, so that operators can see it. */
export async function giveUp(mailId: string): Promise<void> {
  await db().mail.updateMany({ where: { id: mailId, sentAt: null }, data: { failedAt: new Date() } });
}

function site() {
  const { APP_URL, SITE_NAME, SITE_OPERATOR, SITE_CONTACT } = env();
  return { url: APP_URL, name: SITE_NAME, operator: SITE_OPERATOR, contact: SITE_CONTACT };
}

const transports: Record<'resend' | 'smtp' | 'outbox', (mail: Outgoing) => Promise<void>> = {
  async resend(mail) {
    const { MAIL_FROM, RESEND_API_KEY } = env();
    const { error } = await new Resend(RESEND_API_KEY).emails.send(
      { from: MAIL_FROM, to: mail.to, subject: mail.subject, text: mail.text, html: mail.html },
      { idempotencyKey: mail.id },
    );
    if (error) throw new Error(`the mail provider refused: ${error.name}`);
  },
  async smtp(mail) {
    const { MAIL_FROM, SMTP_URL, APP_URL } = env();
    const messageId = `<${mail.id}@${new URL(APP_URL).hostname}>`;
    const { to, subject, text, html } = mail;
    await createTransport(SMTP_URL).sendMail({
      from: MAIL_FROM,
      to,
      subject,
      text,
      html,
      messageId,
      date: mail.createdAt,
    });
  },
  // The same mail always has the same file name, so a repeated run replaces it. The rename makes it appear whole.
  async outbox(mail) {
    const folder = path.join(env().DATA_DIR, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = path.join(folder, `${mail.createdAt.toISOString().replace(/[:.]/g, '-')}-${mail.id}.json`);
    await writeFile(`${file}.part`, JSON.stringify(mail, null, 2), { mode: 0o600 });
    await rename(`${file}.part`, file);
  },
};
