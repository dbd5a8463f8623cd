import { press } from '../../support/forms';
import type { Listed } from '../pages';
import type { Scene } from '../scene';
import { at, sentEmpty } from './steps';

const link = (kind: 'practice' | 'pcn', label: string, words: string): Listed[] => [
  {
    file: `(app)/accounts/profile/link-${kind}/page.tsx`,
    title: `Link a ${label}`,
    states: [
      { name: 'empty', as: 'newcomer', arrive: at(`/accounts/profile/link-${kind}/`) },
      { name: 'results', as: 'asker', arrive: at(`/accounts/profile/link-${kind}/?q=${words}`) },
      { name: 'no result', as: 'newcomer', arrive: at(`/accounts/profile/link-${kind}/?q=qqqqqqq`) },
      {
        name: 'suggestions',
        as: 'newcomer',
        arrive: async page => {
          await page.goto(`/accounts/profile/link-${kind}/`);
          await page.getByRole('combobox').pressSequentially(words);
          await page.getByRole('option').first().waitFor();
        },
      },
    ],
  },
  {
    file: `(app)/accounts/profile/link-${kind}/[code]/page.tsx`,
    title: ({ empty }) => `Join ${kind === 'pcn' ? empty.pcn.named : empty.named}`,
    states: [
      {
        name: 'asked what one does there',
        as: 'newcomer',
        arrive: at(({ empty }) => `/accounts/profile/link-${kind}/${kind === 'pcn' ? empty.pcn.code : empty.code}/`),
      },
    ],
  },
];

export const workspacePages: Listed[] = [
  {
    file: '(app)/workspaces/page.tsx',
    title: 'Your workspaces',
    states: [
      { name: 'none yet', as: 'newcomer', arrive: at('/workspaces/') },
      { name: 'several', as: 'admin', workspace: 'admin', arrive: at('/workspaces/') },
      { name: 'only waiting', as: 'asker', arrive: at('/workspaces/') },
    ],
  },
  ...link('practice', 'practice', 'elm'),
  ...link('pcn', 'PCN', 'hills'),
  {
    file: '(app)/accounts/profile/requests/[id]/page.tsx',
    title: ({ practice }) => practice.named,
    states: [
      {
        name: 'pending',
        as: 'asker',
        arrive: at(({ requests }) => `/accounts/profile/requests/${requests.ofPractice}/`),
      },
      {
        name: 'pending at a closed practice',
        as: 'twice',
        title: ({ requests }) => requests.ofClosed.named,
        arrive: at(({ requests }) => `/accounts/profile/requests/${requests.ofClosed.id}/`),
      },
      ...(['questioned', 'approved', 'withdrawn', 'expired'] as const).map(story => ({
        name: story,
        as: 'storied' as const,
        title: ({ life }: Scene) => life[story].named,
        arrive: at(({ life }) => `/accounts/profile/requests/${life[story].id}/`),
      })),
    ],
  },
  {
    file: '(app)/w/[code]/page.tsx',
    title: ({ practice }) => practice.named,
    states: [
      {
        name: 'as administrator',
        as: 'admin',
        workspace: 'admin',
        arrive: at(({ practice }) => `/w/${practice.code}/`),
      },
      { name: 'as member, elsewhere', as: 'member', arrive: at(({ practice }) => `/w/${practice.code}/`) },
      {
        name: 'closed, taken over',
        as: 'closer',
        title: ({ closed }) => closed.named,
        arrive: at(({ closed }) => `/w/${closed.code}/`),
      },
    ],
  },
  {
    file: '(app)/w/[code]/pcn/page.tsx',
    title: 'Your PCN',
    states: [
      { name: 'off', as: 'admin', workspace: 'admin', arrive: at(({ practice }) => `/w/${practice.code}/pcn/`) },
      { name: 'on', as: 'keyed', arrive: at(({ deciding }) => `/w/${deciding.code}/pcn/`) },
      { name: 'of a closed practice', as: 'closer', arrive: at(({ closed }) => `/w/${closed.code}/pcn/`) },
      { name: 'none', as: 'keyed', arrive: at(({ deciding }) => `/w/${deciding.alone}/pcn/`) },
    ],
  },
  {
    file: '(app)/w/[code]/practices/page.tsx',
    title: 'Practices',
    states: [
      { name: 'one lets it decide', as: 'guarded', arrive: at(({ deciding }) => `/w/${deciding.pcn}/practices/`) },
      { name: 'none', as: 'guarded', arrive: at(({ deciding }) => `/w/${deciding.emptyPcn}/practices/`) },
    ],
  },
  {
    file: '(app)/w/[code]/approvals/page.tsx',
    title: 'Approvals',
    states: [
      {
        name: 'one waits',
        as: 'admin',
        workspace: 'admin',
        arrive: at(({ practice }) => `/w/${practice.code}/approvals/`),
      },
      { name: 'nobody waits', as: 'admin', arrive: at(({ practice }) => `/w/${practice.pcn.code}/approvals/`) },
      { name: 'of a closed practice', as: 'closer', arrive: at(({ closed }) => `/w/${closed.code}/approvals/`) },
      { name: 'as its PCN', as: 'guarded', arrive: at(({ deciding }) => `/w/${deciding.code}/approvals/`) },
      { name: 'decided', as: 'admin', arrive: at(({ practice }) => `/w/${practice.code}/approvals/?show=decided`) },
    ],
  },
  {
    file: '(app)/w/[code]/approvals/[id]/page.tsx',
    title: 'Request of Amir Asker',
    states: [
      {
        name: 'waits',
        as: 'admin',
        arrive: at(({ practice, requests }) => `/w/${practice.code}/approvals/${requests.ofPractice}/`),
      },
      {
        name: 'decided by a colleague',
        as: 'admin',
        title: 'Request of Dora Decided',
        arrive: at(({ practice, requests }) => `/w/${practice.code}/approvals/${requests.decided}/`),
      },
      {
        name: 'withdrawn',
        as: 'admin',
        title: 'Request of Will Withdrawn',
        arrive: at(({ practice, requests }) => `/w/${practice.code}/approvals/${requests.withdrawn}/`),
      },
    ],
  },
  {
    file: '(app)/w/[code]/approvals/[id]/reject/page.tsx',
    title: () => 'Reject Amir Asker',
    states: [
      {
        name: 'without a reason',
        as: 'admin',
        title: 'Error: Reject Amir Asker',
        arrive: sentEmpty(
          ({ practice, requests }) => `/w/${practice.code}/approvals/${requests.ofPractice}/reject/`,
          'Reject this request',
        ),
      },
    ],
  },
  {
    file: '(app)/w/[code]/approvals/[id]/ask/page.tsx',
    title: () => 'Ask Amir Asker for more',
    states: [
      {
        name: 'without a question',
        as: 'admin',
        workspace: 'admin',
        title: 'Error: Ask Amir Asker for more',
        arrive: sentEmpty(
          ({ practice, requests }) => `/w/${practice.code}/approvals/${requests.ofPractice}/ask/`,
          /^(Ask|Send)/,
        ),
      },
    ],
  },
  {
    file: '(app)/admin/requests/[id]/ask/page.tsx',
    title: 'Ask Amir Asker for more',
    states: [
      { name: 'asked', as: 'platform', arrive: at(({ requests }) => `/admin/requests/${requests.ofNobody}/ask/`) },
    ],
  },
  {
    file: '(app)/admin/requests/[id]/page.tsx',
    title: 'Amir Asker',
    states: [
      { name: 'to decide', as: 'platform', arrive: at(({ requests }) => `/admin/requests/${requests.ofNobody}/`) },
      {
        name: 'without an authoriser',
        as: 'platform',
        title: 'Error: Amir Asker',
        arrive: sentEmpty(({ requests }) => `/admin/requests/${requests.ofNobody}/`, /^Approve as first admin/),
      },
      { name: 'decided', as: 'platform', arrive: at(({ requests }) => `/admin/requests/${requests.rejected}/`) },
    ],
  },
  {
    file: '(app)/admin/requests/[id]/reject/page.tsx',
    title: 'Reject Amir Asker',
    states: [
      {
        name: 'asked why',
        as: 'platform',
        arrive: at(({ requests }) => `/admin/requests/${requests.ofNobody}/reject/`),
      },
    ],
  },
  {
    file: '(app)/tools/[tool]/page.tsx',
    title: 'Practice overview',
    states: [
      { name: 'practice, search', arrive: at('/tools/practice-overview/') },
      { name: 'practice, results', arrive: at('/tools/practice-overview/?org=elm') },
      { name: 'practice, unknown code', arrive: at('/tools/practice-overview/?org=A99999') },
      { name: 'practice, figures', arrive: at(({ practice }) => `/tools/practice-overview/?org=${practice.code}`) },
      {
        name: 'practice, of the workspace',
        as: 'member',
        workspace: 'member',
        arrive: at('/tools/practice-overview/'),
      },
      {
        name: 'pcn, figures',
        arrive: at(({ practice }) => `/tools/pcn-list-sizes/?org=${practice.pcn.code}`),
        title: 'PCN list sizes',
      },
      {
        name: 'practice, members of the workspace’s PCN',
        as: 'admin',
        workspace: 'adminOfPcn',
        arrive: at('/tools/practice-overview/'),
      },
    ],
  },
  {
    file: '(app)/tools/[tool]/save/page.tsx',
    title: 'Save these settings',
    states: [
      { name: 'signed out', arrive: at(({ practice }) => `/tools/practice-overview/save/?org=${practice.code}`) },
      {
        name: 'without a name',
        as: 'member',
        workspace: 'member',
        title: 'Error: Save these settings',
        arrive: sentEmpty(({ practice }) => `/tools/practice-overview/save/?org=${practice.code}`, 'Save'),
      },
      {
        name: 'saved',
        as: 'admin',
        workspace: 'admin',
        title: 'Practice overview',
        arrive: async (page, { practice }) => {
          await page.goto(`/tools/practice-overview/save/?org=${practice.code}`);
          await press(page, 'Save');
          await page.getByText('Saved as').waitFor();
        },
      },
    ],
  },
  {
    file: '(app)/tools/search/page.tsx',
    title: 'Search',
    states: [
      { name: 'empty', arrive: at('/tools/search/') },
      { name: 'results', arrive: at('/tools/search/?q=elm') },
      { name: 'nothing', arrive: at('/tools/search/?q=qqqqqqq') },
    ],
  },
  {
    file: '(app)/accounts/profile/presets/page.tsx',
    title: 'Saved presets',
    states: [
      { name: 'none', as: 'newcomer', arrive: at('/accounts/profile/presets/') },
      { name: 'some', as: 'member', workspace: 'member', arrive: at('/accounts/profile/presets/') },
    ],
  },
  {
    file: '(app)/accounts/profile/presets/[id]/page.tsx',
    title: 'Rename a preset',
    states: [
      { name: 'of one’s own', as: 'member', arrive: at(({ preset }) => `/accounts/profile/presets/${preset}/`) },
    ],
  },
];
