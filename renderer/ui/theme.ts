import { createTheme, localStorageColorSchemeManager, type CSSVariablesResolver } from '@mantine/core'
import { say } from '../../shared/words/say.ts'

/** A long list of choices stays inside of the window. */
const SCROLLING_LIST = { options: { maxHeight: 260, overflowY: 'auto' } } as const

/** One restrained accent, and greys whose darker steps keep WCAG AA on both grounds. */
export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontFamily: '-apple-system, "Segoe UI", "Noto Sans", "Liberation Sans", system-ui, Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Consolas, "Liberation Mono", monospace',
  headings: { fontWeight: '600' },
  colors: {
    petrol: [
      '#eef4f7',
      '#dde8ee',
      '#b9d0db',
      '#92b7c8',
      '#6f9fb5',
      '#4f879f',
      '#37718a',
      '#245b73',
      '#1b4a5f',
      '#12384a',
    ],
    gray: [
      '#f7f8f9',
      '#f1f3f5',
      '#e6e9ed',
      '#d8dde3',
      '#c3cad2',
      '#98a1ac',
      '#5a646f',
      '#454e58',
      '#31393f',
      '#1d2328',
    ],
    dark: [
      '#d4d8dd',
      '#b6bcc4',
      '#9098a2',
      '#666d77',
      '#3d434b',
      '#2d3238',
      '#24282d',
      '#1a1d21',
      '#141619',
      '#0d0f11',
    ],
  },
  components: {
    InputWrapper: { defaultProps: { withAsterisk: false } },
    // Its usual name contains "password", so that the field and its eye would answer to the same label.
    PasswordInput: { defaultProps: { visibilityToggleButtonProps: { 'aria-label': say('ui.passwordShow') } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 120, transition: 'fade' },
        overlayProps: { backgroundOpacity: 0.4 },
      },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 140 }, overlayProps: { backgroundOpacity: 0.3 } } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': say('ui.messageDismiss') } } },
    // The placeholder would be a child that a menu must not have.
    Menu: { defaultProps: { transitionProps: { duration: 80 }, withInitialFocusPlaceholder: false } },
    // The list itself scrolls, and not something inside of it: the keyboard reaches all of it through the field.
    Select: { defaultProps: { withScrollArea: false, styles: SCROLLING_LIST } },
    MultiSelect: { defaultProps: { withScrollArea: false, styles: SCROLLING_LIST } },
  },
})

/** The words of lesser weight must still be readable: Mantine's own dimmed and placeholder greys fall below AA. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5a646f',
    '--mantine-color-placeholder': '#65707b',
    '--mantine-color-text': '#1d2328',
    '--mantine-color-error': '#b42323',
    '--bt-ground': '#f4f6f7',
    '--bt-surface': '#ffffff',
    '--bt-line': '#e1e5e9',
    '--bt-line-strong': '#c3cad2',
    '--bt-hover': '#f1f5f7',
    '--bt-accent': '#245b73',
    '--bt-accent-quiet': '#e6eff3',
    '--bt-bar-track': '#e3e8ec',
    '--bt-good': '#23653f',
    '--bt-good-quiet': '#e6f2ea',
    '--bt-warn': '#7a4d05',
    '--bt-warn-quiet': '#fbf1dd',
    '--bt-bad': '#a32020',
    '--bt-bad-quiet': '#fbeaea',
  },
  dark: {
    '--mantine-color-dimmed': '#a0a8b1',
    '--mantine-color-placeholder': '#939ba5',
    '--mantine-color-text': '#dfe3e7',
    '--mantine-color-error': '#f19090',
    '--bt-ground': '#141619',
    '--bt-surface': '#1a1d21',
    '--bt-line': '#2b3036',
    '--bt-line-strong': '#454b54',
    '--bt-hover': '#22272c',
    '--bt-accent': '#92c0d5',
    '--bt-accent-quiet': '#1f3039',
    '--bt-bar-track': '#2d333a',
    '--bt-good': '#8ccba3',
    '--bt-good-quiet': '#1c2f24',
    '--bt-warn': '#e3bd77',
    '--bt-warn-quiet': '#33291a',
    '--bt-bad': '#f19090',
    '--bt-bad-quiet': '#3a2022',
  },
})

/** Light, dark, or as the system has it; remembered on this computer. */
export const colorSchemes = localStorageColorSchemeManager({ key: 'blocktime-color-scheme' })
