import { Contact } from '@/components/layout/operator';
import { Page } from '@/components/layout/page';
import { Prose } from '@/components/ui/prose';
import { Section } from '@/components/ui/section';
import { site } from '@/lib/core/site';

export default function Accessibility() {
  return (
    <Page
      title="Accessibility"
      lead={`How ${site.name} is made to work for everybody, and where it does not yet.`}
      narrow
    >
      <Section id="aim" title="What you can rely on">
        <Prose>
          <p>You should be able to:</p>
          <ul>
            <li>do everything with a keyboard alone, and see where you are;</li>
            <li>zoom to 400% or use a screen 320 pixels wide without scrolling sideways;</li>
            <li>use it in dark mode, with a Windows contrast theme, and with motion switched off;</li>
            <li>read every chart as a table, and every state as a word;</li>
            <li>send every form with JavaScript switched off;</li>
            <li>paste passwords and codes, and use a password manager.</li>
          </ul>
          <p>The standard we build to is the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA.</p>
        </Prose>
      </Section>
      <Section id="tested" title="How it is tested">
        <Prose>
          <p>
            Each version is checked by an automated test before it is released: every page, with its errors and empty
            states, at 320 and 1280 pixels, in a Chromium browser with axe-core, and the main tasks by keyboard alone
            and without JavaScript. Automated tests find some problems, not all.
          </p>
        </Prose>
      </Section>
      <Section id="gaps" title="What we know does not work well">
        <Prose>
          <ul>
            <li>It has not been tested by people who use screen readers, magnifiers or voice control.</li>
            <li>Wide tables of figures scroll sideways inside their own box on a narrow screen.</li>
            <li>Documents that others publish, such as the sources of our figures, may not be accessible.</li>
          </ul>
        </Prose>
      </Section>
      <Section id="tell" title="Tell us">
        <Prose>
          <p>
            If something does not work for you, or you need figures in another form, write to <Contact />. Say which
            page it was and what you use. You will get an answer within five working days.
          </p>
        </Prose>
      </Section>
    </Page>
  );
}
