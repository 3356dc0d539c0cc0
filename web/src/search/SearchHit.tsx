/** One answer: a real link, which the arrows reach without taking the cursor out of the box. */
import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router-dom';
import type { Hit } from '../api';
import { addressOf } from './search';

const ICONS = { contact: PersonOutlined, company: BusinessOutlined };

type Props = { hit: Hit; id: string; isActive: boolean; close: () => void };

export const SearchHit = ({ hit, id, isActive, close }: Props) => {
    const Icon = ICONS[hit.kind];
    return (
        <Box
            component={Link}
            to={addressOf(hit)}
            id={id}
            role="option"
            aria-selected={isActive}
            tabIndex={-1}
            onClick={event => (event.ctrlKey || event.metaKey || event.shiftKey ? undefined : close())}
            sx={{
                display: 'flex',
                alignItems: 'center',
                gap: 1.5,
                px: 2,
                py: 1,
                minHeight: 48,
                color: 'text.primary',
                textDecoration: 'none',
                bgcolor: isActive ? 'action.selected' : undefined,
                '&:hover': { bgcolor: 'action.hover' },
            }}
        >
            <Icon fontSize="small" sx={{ color: 'text.secondary' }} />
            <Box component="span" sx={{ minWidth: 0 }}>
                <Typography component="span" noWrap sx={{ display: 'block', fontWeight: 600 }}>
                    {hit.label}
                </Typography>
                {hit.detail ? (
                    <Typography component="span" variant="body2" noWrap sx={{ display: 'block', color: 'text.secondary' }}>
                        {hit.detail}
                    </Typography>
                ) : null}
            </Box>
        </Box>
    );
};
