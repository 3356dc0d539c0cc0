/** How Simple CRM looks: calm paper, pine green, one warm accent; by day and by night. */
import { alpha, type ThemeOptions } from '@mui/material/styles';
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from 'ra-ui-materialui';

const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif';

type Tones = {
    pine: string;
    onPine: string;
    warm: string;
    ground: string;
    paper: string;
    ink: string;
    quiet: string;
    line: string;
};

// Every ink on its ground has at least the 4.5 : 1 of WCAG AA.
const day: Tones = {
    pine: '#0e6455',
    onPine: '#ffffff',
    warm: '#8f4a12',
    ground: '#f6f5f1',
    paper: '#ffffff',
    ink: '#1b2422',
    quiet: '#566360',
    line: '#e3e1d9',
};

const night: Tones = {
    pine: '#83d3bf',
    onPine: '#0b2a24',
    warm: '#f0b67f',
    ground: '#111716',
    paper: '#19211f',
    ink: '#e7edeb',
    quiet: '#a5b3af',
    line: '#2d3835',
};

const palette = (tones: Tones): ThemeOptions['palette'] => ({
    primary: { main: tones.pine, contrastText: tones.onPine },
    secondary: { main: tones.warm },
    background: { default: tones.ground, paper: tones.paper },
    text: { primary: tones.ink, secondary: tones.quiet },
    divider: tones.line,
});

const typography: ThemeOptions['typography'] = {
    fontFamily: FONT,
    fontSize: 13.5,
    h1: { fontSize: '1.6rem', fontWeight: 650, letterSpacing: '-0.015em', lineHeight: 1.25 },
    h2: { fontSize: '1rem', fontWeight: 650, lineHeight: 1.4 },
    h3: { fontSize: '0.95rem', fontWeight: 600 },
    button: { textTransform: 'none', fontWeight: 600 },
};

/** react-admin's names for parts of its own widgets are not all in Material UI's list of components. */
const components = (tones: Tones): Record<string, unknown> => ({
    MuiCssBaseline: {
        styleOverrides: {
            body: { overflowX: 'clip' },
            'a, button, input, select, textarea, [tabindex]': { scrollMarginTop: 72, scrollMarginBottom: 72 },
            ':focus-visible': { outline: `2px solid ${tones.pine}`, outlineOffset: 2 },
            '@media print': { body: { background: '#fff' } },
            '@media (prefers-reduced-motion: reduce)': { '*': { animationDuration: '1ms', transitionDuration: '1ms' } },
        },
    },
    MuiPaper: { styleOverrides: { root: { backgroundImage: 'none' } } },
    MuiCard: { defaultProps: { variant: 'outlined' }, styleOverrides: { root: { borderRadius: 12 } } },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: { borderRadius: 8 } } },
    MuiTextField: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiFormControl: { defaultProps: { variant: 'outlined', size: 'small' } },
    MuiFormHelperText: { styleOverrides: { root: { '&.Mui-disabled': { color: tones.quiet } } } },
    MuiOutlinedInput: { styleOverrides: { root: { borderRadius: 8, backgroundColor: tones.paper } } },
    MuiLink: { defaultProps: { underline: 'hover' } },
    MuiTableCell: {
        styleOverrides: {
            root: { borderColor: tones.line, padding: '7px 12px' },
            head: { color: tones.quiet, fontWeight: 600, whiteSpace: 'nowrap' },
        },
    },
    MuiTableSortLabel: {
        styleOverrides: { root: { '&.Mui-active, &.Mui-active .MuiTableSortLabel-icon': { color: tones.pine, fontWeight: 700 } } },
    },
    MuiSnackbar: { styleOverrides: { root: { '&.MuiSnackbar-anchorOriginTopCenter': { top: 68 } } } },
    MuiTooltip: { defaultProps: { enterDelay: 400 } },
    MuiAlert: { styleOverrides: { root: { borderRadius: 10 } } },
    // "fit-content" lets a wide child push the whole page sideways.
    RaLayout: { styleOverrides: { root: { minWidth: 0, '& .RaLayout-appFrame': { marginTop: 0 }, '& .RaLayout-content': { padding: 0, minWidth: 0 } } } },
    RaDataTable: {
        styleOverrides: {
            root: {
                '& .RaDataTable-headerCell': { position: 'sticky', top: 56, zIndex: 2, backgroundColor: tones.paper },
                '& .RaDataTable-row:hover': { backgroundColor: alpha(tones.pine, 0.06) },
            },
        },
    },
});

const themeOf = (base: RaThemeOptions, mode: 'light' | 'dark', tones: Tones): RaThemeOptions =>
    ({
        ...base,
        palette: { mode, ...palette(tones) },
        shape: { borderRadius: 8 },
        typography,
        components: { ...base.components, ...components(tones) },
    }) as RaThemeOptions;

export const lightTheme = themeOf(defaultLightTheme, 'light', day);
export const darkTheme = themeOf(defaultDarkTheme, 'dark', night);
