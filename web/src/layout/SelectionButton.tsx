/** One of the things the selection bar offers: on a phone its word stands below its sign. */
import type { SvgIconComponent } from '@mui/icons-material';
import Button from '@mui/material/Button';

type Props = { label: string; Icon: SvgIconComponent; disabled?: boolean; onClick: () => void };

const shape = {
    minWidth: 44,
    minHeight: { xs: 44, sm: 36 },
    flexDirection: { xs: 'column', sm: 'row' },
    justifyContent: { xs: 'flex-start', sm: 'center' },
    gap: { xs: 0.25, sm: 1 },
    px: { xs: 0.25, sm: 1 },
    fontSize: { xs: '0.66rem', sm: '0.875rem' },
    lineHeight: { xs: 1.15, sm: 1.75 },
    overflowWrap: 'anywhere',
} as const;

export const SelectionButton = ({ label, Icon, disabled, onClick }: Props) => (
    <Button color="inherit" aria-label={label} disabled={disabled} onClick={onClick} sx={shape}>
        <Icon fontSize="small" />
        {label}
    </Button>
);
