/** What was imported before, newest first, and the way back from it. */
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { useGetList, useTranslate } from 'ra-core';
import { Link, useNavigate } from 'react-router-dom';
import { useFormat } from '../i18n';
import { Section } from '../ui';
import { type Import, isLeft, isOpen, phaseOf } from './import';
import { UndoImport } from './UndoImport';
import { useRun } from './useRun';

export const EarlierImports = () => {
    const translate = useTranslate();
    const { data = [] } = useGetList<Import>('imports', { pagination: { page: 1, perPage: 10 } });
    if (data.length === 0) return null;
    return (
        <Box sx={{ mt: 2 }}>
            <Section title={translate('crm.import.history')}>
                <Lines imports={data.filter(one => !isLeft(one))} />
                <Left imports={data.filter(isLeft)} />
            </Section>
        </Box>
    );
};

const Lines = ({ imports }: { imports: Import[] }) => (
    <List disablePadding>
        {imports.map(one => (
            <Line key={one.id} earlier={one} />
        ))}
    </List>
);

/** Files that were sent and never imported: they can still be, and do not hide those that were. */
const Left = ({ imports }: { imports: Import[] }) => {
    const translate = useTranslate();
    const format = useFormat();
    if (imports.length === 0) return null;
    return (
        <details>
            <Typography component="summary" sx={{ color: 'text.secondary', cursor: 'pointer', py: 1 }}>
                {translate('crm.import.left', { shown: format.number(imports.length) })}
            </Typography>
            <Lines imports={imports} />
        </details>
    );
};

const pageOf = ({ id }: Import): string => `/imports/${encodeURIComponent(id)}`;

const Line = ({ earlier }: { earlier: Import }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const format = useFormat();
    const run = useRun(earlier);
    const rows = isOpen(earlier) ? null : translate('crm.import.row_count', { smart_count: earlier.rows, shown: format.number(earlier.rows) });
    const when = earlier.created_at ? format.moment(earlier.created_at) : null;
    return (
        <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
            <ListItemButton component={Link} to={pageOf(earlier)} sx={{ borderRadius: 2, flex: '1 1 300px', minWidth: 0 }}>
                <ListItemText
                    primary={earlier.file_name}
                    secondary={[when, rows, translate(`crm.import.states.${phaseOf(earlier)}`)].filter(Boolean).join(' · ')}
                    sx={{ overflowWrap: 'anywhere' }}
                />
            </ListItemButton>
            <UndoImport current={earlier} run={run} onBegun={() => void navigate(pageOf(earlier))} />
        </Box>
    );
};
