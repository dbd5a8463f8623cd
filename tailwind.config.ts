import type { Config } from 'tailwindcss';

const token = (name: string) => `var(--${name})`;

/**
 * The names a class may use. Their values stand in app/globals.css, because they change with the reader's scheme and
 * with the width of the window. Tailwind's own palette and sizes are left out on purpose: what is not here is not used.
 */
export default {
  content: ['./app/**/*.tsx', './components/**/*.tsx'],
  theme: {
    // In em, so that a larger text setting moves them too.
    screens: { sm: '40em', md: '48em', lg: '60em' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: token('paper'),
      wash: token('wash'),
      ink: { DEFAULT: token('ink'), soft: token('ink-soft') },
      field: token('field'),
      line: token('line'),
      // Teal means one thing: you can press it.
      act: { DEFAULT: token('act'), hover: token('act-hover'), tint: token('act-tint'), on: token('on-act') },
      stop: { DEFAULT: token('stop'), hover: token('stop-hover'), tint: token('stop-tint'), on: token('on-stop') },
      ok: { DEFAULT: token('ok'), tint: token('ok-tint') },
      wait: { DEFAULT: token('wait'), tint: token('wait-tint'), rule: token('wait-rule') },
      off: { DEFAULT: token('off'), tint: token('off-tint') },
      // Where you are. Set by data-ws on the page or on any part of it.
      way: {
        DEFAULT: token('way'),
        ink: token('way-ink'),
        tint: token('way-tint'),
        area: token('way-area'),
        on: token('on-way'),
      },
      practice: token('practice'),
      pcn: token('pcn'),
      public: token('public'),
      chart: { ref: token('chart-ref'), grid: token('chart-grid'), band: token('chart-band') },
    },
    fontFamily: { sans: token('font-text'), mono: token('font-code') },
    fontWeight: { normal: '400', semibold: '600', bold: '700' },
    fontSize: {
      xs: [token('size-xs'), '1.4'],
      s: [token('size-s'), '1.45'],
      base: ['1rem', '1.4'],
      m: [token('size-m'), '1.5'],
      l: [token('size-l'), { lineHeight: '1.3', letterSpacing: '-0.006em' }],
      xl: [token('size-xl'), { lineHeight: '1.2', letterSpacing: '-0.012em' }],
      '2xl': [token('size-2xl'), { lineHeight: '1.12', letterSpacing: '-0.022em' }],
      '3xl': [token('size-3xl'), { lineHeight: '1.06', letterSpacing: '-0.032em' }],
      fig: [token('size-fig'), { lineHeight: '1.1', letterSpacing: '-0.035em' }],
    },
    borderRadius: { none: '0', tag: '3px', DEFAULT: '4px', panel: '6px', full: '9999px' },
    boxShadow: { panel: '0 12px 32px rgb(28 27 31 / 0.14)' },
    extend: {
      spacing: { gutter: token('gutter'), section: token('section'), control: '2.875rem', target: '2.75rem' },
      maxWidth: { page: '75rem', measure: '62ch', lead: '54ch', form: '31rem' },
    },
  },
} satisfies Config;
