import type { ReactNode } from 'react';
import { Section } from '@/components/ui/section';

type Named = { code: string; name: string };

/** What closing the account means for this person: gone, removed, kept without their name. */
export function LeavingFacts({ facts, grace }: { facts: Facts; grace: number }) {
  const { sessions, factors, ownPresets, workspacePresets, organisations, requests } = facts;
  return (
    <>
      <Section id="gone" title="Gone at once">
        <List
          items={[
            `Signing in, on ${sessions === 1 ? 'this device' : `all ${sessions} devices`}`,
            ...organisations.map(
              place => `Your place in ${full(place)}, as ${place.role === 'admin' ? 'an admin' : 'a member'}`,
            ),
            ...requests.map(place => `Your request to join ${full(place)}: it is withdrawn`),
          ]}
        />
      </Section>
      <Section
        id="removed"
        title={grace === 0 ? 'Erased at once' : `Erased after ${grace} ${grace === 1 ? 'day' : 'days'}`}
      >
        <List
          items={[
            `Your name, your email address and your password${factors > 0 ? ', and your second factors' : ''}`,
            ownPresets > 0 && `${count(ownPresets, 'preset')} that only you use`,
            'What you wrote in requests, the emails we sent you, and your exports',
          ]}
        />
      </Section>
      <Section id="stays" title="Stays, without your name">
        <List
          items={[
            ...workspacePresets.map(place => `${count(place.count, 'preset')} kept by ${full(place)}`),
            organisations.length > 0 && 'That somebody belonged to these organisations, and when it was decided',
            'The record of what was done in this service, where you are “Former member”: it is how misuse is found',
          ]}
        />
      </Section>
    </>
  );
}

function List({ items }: { items: (ReactNode | false)[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-5">
      {items.filter(Boolean).map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list that is never reordered
        <li key={index}>{item}</li>
      ))}
    </ul>
  );
}

const full = ({ name, code }: Named) => `${name} (${code})`;
const count = (amount: number, what: string) => `${amount} ${what}${amount === 1 ? '' : 's'}`;

type Facts = {
  sessions: number;
  factors: number;
  ownPresets: number;
  workspacePresets: (Named & { count: number })[];
  organisations: (Named & { role: string })[];
  requests: Named[];
};
