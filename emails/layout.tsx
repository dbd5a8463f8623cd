import { Body, Button, Container, Head, Heading, Hr, Html, Link, Text } from '@react-email/components';
import type { ReactNode } from 'react';

/** Facts of the installation every mail needs. Links come from `url` (APP_URL) and from nothing else. */
export type Site = { url: string; name: string; operator: string; contact: string };

/** Why the platform team gets a mail. */
export const AS_PLATFORM_TEAM = 'You get this email because you belong to the platform team.';

const ink = '#1c1b1f';
const body = {
  margin: 0,
  padding: '24px 0',
  fontFamily: 'Segoe UI, system-ui, Arial, sans-serif',
  color: ink,
  backgroundColor: '#ffffff',
  fontSize: 17,
};
const small = { color: '#4a4a52', fontSize: 15, lineHeight: '22px' };
const button = { background: '#0b5c55', color: '#ffffff', padding: '12px 18px', borderRadius: 4, fontWeight: 600 };

/** The frame of every mail: a heading that states the fact, the text, why it came. No pictures, nothing that reports back. */
export function MailLayout(props: { site: Site; heading: string; why: string; children: ReactNode }) {
  const { site } = props;
  return (
    <Html lang="en-GB">
      <Head>
        {/* The colours are written out, so a mail program in dark colours need not guess at half of them. */}
        <meta name="color-scheme" content="light" />
        <meta name="supported-color-schemes" content="light" />
      </Head>
      <Body style={body}>
        <Container style={{ maxWidth: 560, padding: '0 16px' }}>
          <Text style={{ ...small, fontWeight: 600 }}>{site.name}</Text>
          <Heading as="h1" style={{ fontSize: 26, lineHeight: '32px', margin: '0 0 16px' }}>
            {props.heading}
          </Heading>
          {props.children}
          <Hr style={{ borderColor: '#d9d6cf', margin: '28px 0 16px' }} />
          <Text style={small}>{props.why}</Text>
          <Text style={small}>
            Sent by {site.name}, run by {site.operator}. Independent. Not part of, or endorsed by, the NHS.
            {site.contact && ` Contact: ${site.contact}`}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return (
    <Text style={{ fontSize: 17, lineHeight: '26px', margin: '0 0 16px', overflowWrap: 'anywhere' }}>{children}</Text>
  );
}

export function Lines({ children }: { children: ReactNode }) {
  return <ul style={{ fontSize: 17, lineHeight: '26px', margin: '0 0 16px', padding: '0 0 0 22px' }}>{children}</ul>;
}

export function Line({ children }: { children: ReactNode }) {
  return <li style={{ margin: '0 0 8px', overflowWrap: 'anywhere' }}>{children}</li>;
}

/** One button and, below it, the same address in full for people whose mail program hides buttons. */
export function ActionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <>
      <Button href={href} style={button}>
        {children}
      </Button>
      <Text style={{ ...small, wordBreak: 'break-all' }} data-skip-in-text="true">
        Or open this address:{' '}
        <Link href={href} style={{ color: '#0b5c55', textDecoration: 'underline' }}>
          {href}
        </Link>
      </Text>
    </>
  );
}

/** The six digits, in one piece so that they can be copied. */
export function Code({ children }: { children: string }) {
  return <Text style={{ fontSize: 28, fontWeight: 600, letterSpacing: 4, margin: '0 0 16px' }}>{children}</Text>;
}
