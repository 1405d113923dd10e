import {
  type ButtonProps,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  type MantineTheme,
} from '@mantine/core';

/** The one accent colour, from a tint to a shade; 8 is the light scheme's accent, 4 the dark one's. */
const teal: MantineColorsTuple = [
  '#e0f1f2',
  '#c9e6e8',
  '#9be1e7',
  '#7dd3da',
  '#5cc4cd',
  '#35a4ae',
  '#1b8690',
  '#117780',
  '#0b6b74',
  '#07545b',
];

/** For what cannot be taken back; 8 is dark enough to read on every light surface, 4 light enough on every dark one. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#ff6b6b',
  '#fa5252',
  '#e03131',
  '#c92a2a',
  '#a51d1d',
];

/** Mantine draws its dark scheme from these: text, quiet text, lines, surfaces, the page. */
const dark: MantineColorsTuple = [
  '#e8edf1',
  '#c3d0d9',
  '#a3b3bf',
  '#72828f',
  '#34414b',
  '#263139',
  '#1a2229',
  '#12181d',
  '#0d1216',
  '#090d10',
];

const buttonSizes = {
  '--button-height-xs': '1.75rem',
  '--button-height-sm': 'var(--field-height)',
  '--button-height-md': '2.5rem',
  '--button-padding-x-xs': '10px',
  '--button-padding-x-sm': '13px',
};

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 4 },
  colors: { teal, dark, red },
  autoContrast: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'var(--font-mono)',
  headings: { fontFamily: 'var(--font)', fontWeight: '650' },
  fontSizes: {
    xs: 'var(--text-small)',
    sm: 'var(--text-base)',
    md: 'var(--text-base)',
    lg: 'var(--text-large)',
    xl: 'var(--text-read)',
  },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.35' },
  radius: { xs: '4px', sm: 'var(--radius-small)', md: 'var(--radius)', lg: '12px', xl: '20px' },
  defaultRadius: 'md',
  spacing: { xs: '6px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  components: {
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: MantineTheme, { variant, color }: ButtonProps) => ({
        root: {
          ...buttonSizes,
          ...((variant === undefined || variant === 'filled') && !color && { '--button-color': 'var(--on-accent)' }),
        },
      }),
    },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    Menu: { defaultProps: { shadow: 'md', withinPortal: true, transitionProps: { duration: 0 } } },
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } }, allowDeselect: false } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
  },
});

/** Mantine takes its colours from tokens.css, so that both windows are themed in one place. */
const fromTokens = {
  '--mantine-color-body': 'var(--bg)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-error': 'var(--stop)',
  // Its own for the dark scheme is all but white.
  '--mantine-color-red-outline': 'var(--stop)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--sunken)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--field-line)',
  // What Mantine draws around its fields, light and dark.
  '--mantine-color-gray-4': 'var(--field-line)',
  '--mantine-color-dark-4': 'var(--field-line)',
  '--mantine-color-disabled': 'var(--sunken)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent-text)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-hover)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens });
