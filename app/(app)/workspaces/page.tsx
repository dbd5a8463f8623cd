import Link from 'next/link';
import { CurrentPath } from '@/components/layout/current-path';
import { Page } from '@/components/layout/page';
import { WorkspaceChoices } from '@/components/layout/workspace-choices';
import { NoticeBanners } from '@/components/ui/notice-banners';
import { workspaceLists } from '@/components/workspaces/lists';
import { takeNotices } from '@/lib/web/notice';
import { requireViewer } from '@/lib/web/viewer';
import { currentSurroundings } from '@/lib/web/workspace';
import { switchWorkspace } from './actions';

/** The switcher as a page: for narrow windows, without JavaScript, and to see what one has. */
export default async function Workspaces() {
  const viewer = await requireViewer('/workspaces/');
  const surroundings = await currentSurroundings();
  return (
    <Page
      title="Your workspaces"
      lead="A workspace is a practice or a PCN that is filled in for you. You can still look at any other organisation."
      breadcrumb={[{ href: '/accounts/profile/', text: 'Your account' }]}
      banner={<NoticeBanners notices={await takeNotices(viewer)} />}
      narrow
    >
      <form action={switchWorkspace} className="border-y border-line py-2">
        <h2 className="sr-only">Choose a workspace</h2>
        <CurrentPath name="next" />
        <WorkspaceChoices {...workspaceLists(viewer.workspace?.membershipId ?? null, surroundings)} />
      </form>
      <ul className="mt-6 flex flex-wrap gap-x-6">
        {ways.map(([href, text]) => (
          <li key={href}>
            <Link href={href} prefetch={false} className="inline-flex min-h-target items-center">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </Page>
  );
}

const ways = [
  ['/accounts/profile/link-practice/', 'Link a practice'],
  ['/accounts/profile/link-pcn/', 'Link a PCN'],
  ['/accounts/profile/', 'Manage your organisations'],
] as const;
