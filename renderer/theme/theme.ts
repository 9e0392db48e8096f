import {
  ActionIcon,
  Button,
  Checkbox,
  Chip,
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  Input,
  Menu,
  Modal,
  Popover,
  Select,
  Table,
  Textarea,
  TextInput,
  Tooltip,
  type VariantColorsResolver,
} from '@mantine/core';

/** Mantine asks for ten shades; only those from the tokens are ever seen (see `variables`). */
const ACCENT = [
  '#e9eff7',
  '#d3deee',
  '#adc2df',
  '#86a6d0',
  '#668dc2',
  '#4a77b4',
  '#24508c',
  '#1f477d',
  '#1a3d6b',
  '#142f53',
] as const;

/** Mantine's own greys of the dark theme, from text to the deepest ground. */
const DARK = [
  'var(--ink)',
  'var(--ink)',
  'var(--second)',
  'var(--third)',
  'var(--line-strong)',
  'var(--hover)',
  'var(--surface)',
  'var(--paper)',
  'var(--paper)',
  'var(--paper)',
] as const;

/** What stands on the accent has the colour that the tokens give it, in every theme. */
const colours: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant !== 'filled' || (input.color !== undefined && input.color !== 'accent')) return colors;
  return { ...colors, background: 'var(--accent)', color: 'var(--on-accent)' };
};

/** Mantine's components in the look of the tokens: the one place where they are themed. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: ACCENT, dark: DARK },
  variantColorResolver: colours,
  primaryShade: { light: 6, dark: 3 },
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  spacing: { xs: '4px', sm: '8px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '6px', md: '6px', lg: '6px', xl: '12px' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  headings: {
    fontFamily: 'var(--serif)',
    fontWeight: '600',
    sizes: { h1: { fontSize: '25px', lineHeight: '1.25' }, h2: { fontSize: '18px' }, h3: { fontSize: '15px' } },
  },
  components: {
    Button: Button.extend({ defaultProps: { size: 'sm' } }),
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'lg' } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'sm', autosize: true, minRows: 2 } }),
    Select: Select.extend({ defaultProps: { size: 'sm', comboboxProps: { shadow: 'md' } } }),
    // Named, so that what stands on the accent has the colour for that.
    Chip: Chip.extend({ defaultProps: { variant: 'filled' } }),
    Checkbox: Checkbox.extend({ defaultProps: { size: 'sm' } }),
    // Without the placeholder the focus goes to the first entry, and a menu has nothing but entries.
    Menu: Menu.extend({ defaultProps: { shadow: 'md', position: 'bottom-start', withInitialFocusPlaceholder: false } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md' } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 4 } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: true } }),
  },
});

/** Mantine's own variables follow the tokens, so that all themes are in one file. */
const variables = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--third)',
  '--mantine-color-placeholder': 'var(--third)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--refusal-ink)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--third)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'color-mix(in srgb, var(--accent) 88%, var(--ink))',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-hover': 'color-mix(in srgb, var(--accent-soft) 80%, var(--accent) 20%)',
  '--mantine-color-accent-light-color': 'var(--accent)',
  '--mantine-color-accent-outline': 'var(--accent)',
  '--mantine-color-accent-text': 'var(--accent)',
  '--mantine-color-gray-4': 'var(--line-strong)',
  '--mantine-color-gray-text': 'var(--second)',
  '--mantine-color-gray-light': 'var(--hover)',
  '--mantine-color-gray-light-hover': 'var(--hover)',
  '--mantine-color-gray-light-color': 'var(--second)',
  '--mantine-color-gray-outline': 'var(--line-strong)',
  '--mantine-color-red-filled': 'var(--refusal-bar)',
  '--mantine-color-red-text': 'var(--refusal-ink)',
  '--mantine-color-red-light': 'var(--refusal)',
  '--mantine-color-red-light-color': 'var(--refusal-ink)',
  '--mantine-color-red-outline': 'var(--refusal-ink)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: variables, dark: variables });
