import { Tabs } from '@/components/ui/tabs';

/** The pages of the platform team. */
export function PlatformTabs({ current }: { current: (typeof pages)[number]['key'] }) {
  return (
    <Tabs
      label="Platform team"
      items={pages.map(({ key, href, text }) => ({ href, text, current: key === current }))}
    />
  );
}

const pages = [
  { key: 'requests', href: '/admin/requests/', text: 'Requests' },
  { key: 'people', href: '/admin/people/', text: 'People' },
] as const;
