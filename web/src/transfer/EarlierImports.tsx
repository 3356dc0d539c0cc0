/** What was imported before, newest first. */
import Box from '@mui/material/Box';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { useGetList, useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n';
import { Section } from '../ui';
import type { Import } from './import';

export const EarlierImports = () => {
    const translate = useTranslate();
    const { data = [] } = useGetList<Import>('imports', { pagination: { page: 1, perPage: 10 } });
    if (data.length === 0) return null;
    return (
        <Box sx={{ mt: 2 }}>
            <Section title={translate('crm.import.history')}>
                <List component="div" disablePadding>
                    {data.map(one => (
                        <Line key={one.id} earlier={one} />
                    ))}
                </List>
            </Section>
        </Box>
    );
};

const Line = ({ earlier }: { earlier: Import }) => {
    const translate = useTranslate();
    const format = useFormat();
    const rows = translate('crm.import.row_count', { smart_count: earlier.rows, shown: format.number(earlier.rows) });
    const when = earlier.created_at ? format.moment(earlier.created_at) : null;
    return (
        <ListItemButton component={Link} to={`/imports/${encodeURIComponent(earlier.id)}`} sx={{ borderRadius: 2 }}>
            <ListItemText primary={earlier.file_name} secondary={[when, rows, translate(`crm.import.states.${earlier.state}`)].filter(Boolean).join(' · ')} />
        </ListItemButton>
    );
};
