/** Mantine's theme in the console's colours; tokens.css holds the colours that our own styles use. */

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { t } from '../words/t.ts'

const teal: MantineColorsTuple = [
  '#eaf6f4',
  '#d5ebe8',
  '#a9d7d1',
  '#7ac1b9',
  '#4fada4',
  '#2f9c92',
  '#167a72',
  '#0f6b66',
  '#0c5753',
  '#08423f',
]

/** Their <header> would be a second banner of the page. */
const NO_BANNER = { header: { role: 'presentation' } }

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  colors: { teal },
  fontFamily: '"Be Vietnam Pro", system-ui, sans-serif',
  headings: { fontFamily: '"Be Vietnam Pro", system-ui, sans-serif', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { fw: 600 } },
    Modal: {
      defaultProps: {
        centered: true,
        // A slip of the mouse beside a dialog takes nothing away that was typed in it.
        closeOnClickOutside: false,
        padding: 'lg',
        radius: 'lg',
        closeButtonProps: { 'aria-label': t`Đóng hộp thoại` },
        attributes: NO_BANNER,
      },
    },
    Drawer: {
      defaultProps: { padding: 'lg', closeButtonProps: { 'aria-label': t`Đóng` }, attributes: NO_BANNER },
    },
  },
})

export const variables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--surface)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-faint)',
    '--mantine-color-error': 'var(--warn)',
    '--mantine-color-placeholder': 'var(--ink-faint)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-anchor': 'var(--accent-ink)',
  }
  const dark = {
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-hover': 'var(--sunk)',
    // The library's dark greys lean to none of our colours: fields, the chosen segment, the ground of segments.
    '--mantine-color-dark-5': 'var(--line-strong)',
    '--mantine-color-dark-6': 'var(--sunk)',
    '--mantine-color-dark-8': 'var(--ground)',
  }
  return { variables: {}, light: both, dark: { ...both, ...dark } }
}
