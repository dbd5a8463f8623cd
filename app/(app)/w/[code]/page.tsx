import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { switchWorkspace } from '@/app/(app)/workspaces/actions';
import { Page } from '@/components/layout/page';
import { OpenWorkspace } from '@/components/memberships/open-workspace';
import { RegisterNews } from '@/components/memberships/register-news';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { Section } from '@/components/ui/section';
import { Tag } from '@/components/ui/tag';
import { listRegisterNews } from '@/lib/memberships/queries/list-register-news';
import { listWaiting } from '@/lib/memberships/queries/list-waiting';
import { standingWords } from '@/lib/memberships/words';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { findWorkspace } from '@/lib/workspaces/queries';

/** One workspace: what its members find in it. To everybody else the page does not exist. */
export default async function WorkspaceHome({ params }: { params: Promise<{ code: string }> }) {
  const here = (await params).code.toUpperCase();
  const viewer = await requireViewer(`/w/${here}/`);
  const workspace = await findWorkspace(viewer, here);
  if (!workspace) notFound();
  const { code, name, kind, role, membershipId } = workspace;
  const waiting = role === 'admin' ? (await listWaiting(viewer)).find(one => one.code === code) : undefined;
  const news = (await listRegisterNews(viewer)).filter(one => one.code === code);
  const { tag, look } = standingWords[role];
  return (
    <div data-ws={kind}>
      <Page
        title={`${name} (${code})`}
        lead={
          <>
            {kind === 'pcn' ? 'PCN' : 'Practice'} <Tag look={look}>{tag}</Tag>
          </>
        }
        breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
        banner={<NoticeBanners notices={await takeNotices(viewer)} />}
        narrow
      >
        <RegisterNews news={news} />
        {viewer.workspace?.membershipId !== membershipId && (
          <OpenWorkspace membershipId={membershipId} name={name} next={`/w/${code}/`} action={switchWorkspace} />
        )}
        <Section id="here" title="In this workspace">
          <ul>
            <Way href="/tools/" text="Tools">
              {kind === 'pcn'
                ? 'PCN tools start with it, practice tools with one of its practices.'
                : 'They start with it.'}
            </Way>
            <Way href="/accounts/profile/presets/" text="Presets">
              Settings that you and your colleagues have saved.
            </Way>
            <Way href={`/w/${code}/members/`} text="Members">
              Who belongs to it.
            </Way>
            {role === 'admin' && (
              <Way href={`/w/${code}/approvals/`} text="Approvals">
                {waiting
                  ? `${waiting.count} ${waiting.count === 1 ? 'person waits' : 'people wait'}.`
                  : 'Nobody waits.'}
              </Way>
            )}
            {kind === 'pcn' && (
              <Way href={`/w/${code}/practices/`} text="Practices">
                {role === 'admin' ? 'Which belong to it, and which let you decide.' : 'Which belong to it.'}
              </Way>
            )}
            {kind === 'practice' && role === 'admin' && (
              <Way href={`/w/${code}/pcn/`} text="Your PCN">
                Whether its admins decide your requests too.
              </Way>
            )}
            {role === 'admin' && (
              <Way href={`/w/${code}/activity/`} text="Activity">
                Who did what, and when.
              </Way>
            )}
          </ul>
        </Section>
      </Page>
    </div>
  );
}

function Way({ href, text, children }: { href: string; text: string; children: ReactNode }) {
  return (
    <li className="border-b border-line py-3">
      <Link href={href} prefetch={false}>
        {text}
      </Link>
      <span className="block text-s text-ink-soft">{children}</span>
    </li>
  );
}
