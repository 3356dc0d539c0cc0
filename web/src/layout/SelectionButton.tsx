/** One of the things the selection bar offers: on a phone its sign alone. */
import type { SvgIconComponent } from '@mui/icons-material';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';

type Props = { label: string; Icon: SvgIconComponent; disabled?: boolean; onClick: () => void };

export const SelectionButton = ({ label, Icon, disabled, onClick }: Props) => (
    <Button color="inherit" aria-label={label} disabled={disabled} onClick={onClick} sx={{ minWidth: 44, minHeight: 36, gap: 1 }}>
        <Icon fontSize="small" />
        <Box component="span" sx={{ display: { xs: 'none', sm: 'inline' } }}>
            {label}
        </Box>
    </Button>
);
