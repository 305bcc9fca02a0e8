import {
  type AnchorProps,
  type CheckboxProps,
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type DrawerProps,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type RadioProps,
  type VariantColorsResolver,
} from '@mantine/core'

/** Ten shades. Light mode uses 7 and the tint 0, dark mode 3 and the tint 9. */
const scale = (shades: string) => shades.split(' ').map((hex) => `#${hex}`) as unknown as MantineColorsTuple

/** react-remove-scroll writes a `<style>` for the scroll bar, which a strict Content-Security-Policy refuses. */
const noScrollBar = { removeScrollProps: { removeScrollBar: false } }

/** The text colour on filled buttons. Mantine's choice only considers the light shade. */
const readableOnFilled: VariantColorsResolver = (input) => ({
  ...defaultVariantColorsResolver(input),
  ...(input.variant === 'filled' && { color: 'var(--fb-on-accent)' }),
})

export const theme = createTheme({
  variantColorResolver: readableOnFilled,
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  black: '#211F1B',
  colors: {
    petrol: scale('E8F2F2 D0E5E6 A5D6DA 86C5CA 559DA4 2F8089 18676F 0F5560 0C434C 1B3135'),
    leaf: scale('EAF3E8 D3E6CF B3D7AE 93C98F 6BA768 4A8A4A 38763B 2B6530 214F26 1F2D1D'),
    ochre: scale('FBF1DC F5DFB1 EDC985 E3B45C C5912F A8741A 946010 80500A 653F08 33290F'),
    brick: scale('FBECE8 F6D3CB F3B2A5 F0917F DA6A56 C24D39 B23E2B A3301F 812618 3A201B'),
    plum: scale('F7ECF4 EDD3E6 E5B9DA DDA0CE BE75AC A0528D 8C3F79 7A2E68 5F2351 351F31'),
    gray: scale('FAF8F4 F3F0EA E4DFD6 D0C9BD B5ADA0 8A8378 6B645A 59534A 3A362F 211F1B'),
    dark: scale('ECE7DF D3CDC3 B9B2A6 A19A8E 37342F 2E2B27 1D1C19 161513 100F0E 0B0A0A'),
  },
  fontFamily:
    '"Segoe UI", -apple-system, BlinkMacSystemFont, Roboto, "Noto Sans", "Helvetica Neue", Arial, "Noto Sans Arabic", "Geeza Pro", Tahoma, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, Menlo, "Noto Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { md: '1.45' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '22px', lineHeight: '28px' },
      h2: { fontSize: '16px', lineHeight: '1.4' },
      h3: { fontSize: '14px', lineHeight: '1.45' },
    },
  },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px' },
  defaultRadius: 'md',
  shadows: { md: '0 4px 16px rgb(33 31 27 / .12)', xl: '0 16px 48px rgb(33 31 27 / .22)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Plain objects, not `Menu.extend(…)`: that would load each component with the first page.
  components: {
    Anchor: { defaultProps: { underline: 'always' } satisfies Partial<AnchorProps> },
    Button: {
      vars: () => ({
        root: {
          '--button-height': 'var(--fb-ctl)',
          '--button-padding-x': '12px',
          '--button-fz': 'var(--mantine-font-size-md)',
        },
      }),
    },
    Checkbox: { defaultProps: { iconColor: 'var(--fb-on-accent)' } satisfies Partial<CheckboxProps> },
    Drawer: { defaultProps: noScrollBar satisfies Partial<DrawerProps> },
    DrawerRoot: { defaultProps: noScrollBar satisfies Partial<DrawerProps> },
    Input: {
      vars: () => ({ wrapper: { '--input-height': 'var(--fb-ctl)', '--input-fz': 'var(--fb-input-size)' } }),
    },
    Menu: {
      defaultProps: {
        position: 'bottom-end',
        shadow: 'md',
        // Without the placeholder the first item gets the focus, as the ARIA menu button pattern requires.
        withInitialFocusPlaceholder: false,
        // A long menu scrolls within the screen.
        middlewares: { size: { padding: 8 } },
      } satisfies Partial<MenuProps>,
    },
    Modal: {
      defaultProps: {
        size: 560,
        radius: 'lg',
        shadow: 'xl',
        centered: true,
        ...noScrollBar,
      } satisfies Partial<ModalProps>,
    },
    Radio: { defaultProps: { iconColor: 'var(--fb-on-accent)' } satisfies Partial<RadioProps> },
  },
})

const TOKENS = [
  '--mantine-color-body',
  '--fb-surface',
  '--fb-sunken',
  '--fb-line',
  '--fb-tint',
  '--mantine-color-default-border',
  '--mantine-color-dimmed',
  '--mantine-color-placeholder',
  '--mantine-color-error',
  '--mantine-color-anchor',
]
const tokens = (hexes: string) =>
  Object.fromEntries(hexes.split(' ').map((hex, index) => [TOKENS[index] as string, `#${hex}`]))

/** Variables for the text and tint shade of each hue, named alike in light and dark mode. */
const hues = (text: number, tint: number) =>
  Object.fromEntries(
    ['petrol', 'leaf', 'ochre', 'brick', 'plum'].flatMap((hue) => [
      [`--fb-${hue}`, `var(--mantine-color-${hue}-${text})`],
      [`--fb-${hue}-tint`, `var(--mantine-color-${hue}-${tint})`],
    ]),
  )

/** Disabled controls keep a border and a background, so that they still look like controls. */
const DISABLED = {
  '--mantine-color-disabled': 'var(--fb-sunken)',
  '--mantine-color-disabled-border': 'var(--fb-line)',
  '--mantine-color-disabled-color': 'var(--mantine-color-placeholder)',
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    ...tokens('FAF8F4 FFFFFF F3F0EA E4DFD6 E8F2F2 8A8378 59534A 6B645A A3301F 0F5560'),
    ...hues(7, 0),
    ...DISABLED,
    '--mantine-color-text': '#211F1B',
    '--mantine-color-default': '#FFFFFF',
    '--mantine-color-default-hover': '#F3F0EA',
    '--fb-on-accent': '#FFFFFF',
  },
  dark: {
    ...tokens('161513 1D1C19 252320 37342F 1B3135 857E72 B9B2A6 A19A8E F0917F 86C5CA'),
    ...hues(3, 9),
    ...DISABLED,
    '--mantine-color-text': '#ECE7DF',
    '--mantine-color-default': '#1D1C19',
    '--mantine-color-default-hover': '#252320',
    '--fb-on-accent': '#0B2226',
  },
})
