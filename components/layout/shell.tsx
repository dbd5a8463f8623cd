import type { ReactNode } from 'react';
import type { Place } from '@/components/ui/place-tile';
import { StatusRegion } from '@/components/ui/status-region';
import { Brand } from './brand';
import { Footer } from './footer';

/** What stands around every page (S1): way past the header, where you are, who you are, the page, who is responsible. */
export function Shell({ place = 'none', switcher, nav, service, children }: Props) {
  return (
    <div data-ws={place} className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute -left-[999rem] z-10 bg-paper px-gutter py-3 font-semibold focus:static focus:block"
      >
        Skip to main content
      </a>
      <header className="no-print border-b-[3px] border-way">
        <div className="mx-auto flex max-w-page flex-wrap items-center gap-x-2 px-gutter md:min-h-[4.25rem] md:flex-nowrap md:gap-x-6">
          <Brand />
          {switcher && (
            <div className="order-3 min-w-0 border-line empty:hidden max-md:-mx-gutter max-md:basis-[calc(100%+2*var(--gutter))] max-md:border-t md:order-none md:w-auto md:border-l md:pl-6">
              {switcher}
            </div>
          )}
          <nav aria-label="Main" className="ml-auto md:flex-none">
            {nav}
          </nav>
        </div>
      </header>
      {service && (
        <section aria-label="About this installation" className="border-b border-line bg-wash">
          <div className="mx-auto max-w-page px-gutter py-2 text-s [&_p]:max-w-none">{service}</div>
        </section>
      )}
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page flex-1 px-gutter pt-6 pb-12 sm:pt-8 sm:pb-18">
        {children}
      </main>
      <StatusRegion />
      <Footer />
    </div>
  );
}

type Props = {
  /** Where the reader is: its colour runs under the header. */
  place?: Place;
  switcher?: ReactNode;
  nav: ReactNode;
  /** One sentence about this installation, such as that its figures are made up. */
  service?: ReactNode;
  children: ReactNode;
};
