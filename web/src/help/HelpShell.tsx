/** The help: pages at the left, a search above them, the page that was asked for. */
import Search from '@mui/icons-material/Search';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import InputAdornment from '@mui/material/InputAdornment';
import List from '@mui/material/List';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import { Page } from '../ui';
import { HelpText } from './HelpText';
import { pages, search } from './pages';

const HelpShell = () => {
    const translate = useTranslate();
    const { slug } = useParams();
    const { key } = useLocation();
    const [query, setQuery] = useState('');
    const found = search(query, pages);
    const shown = slug ? pages.find(page => page.slug === slug) : pages[0];
    const title = shown && slug ? shown.title : translate(shown ? 'crm.help.title' : 'crm.help.unknown');
    return (
        <Page title={title} heading={translate('crm.help.title')} width={1080}>
            {shown ? null : (
                <Alert severity="warning" sx={{ mb: 2 }}>
                    {translate('crm.help.unknown')}
                </Alert>
            )}
            <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '260px minmax(0, 1fr)' }, alignItems: 'start' }}>
                <Box component="nav" aria-label={translate('crm.help.pages')} sx={{ displayPrint: 'none' }}>
                    <SearchField query={query} onChange={setQuery} />
                    <Typography aria-live="polite" variant="body2" sx={{ color: 'text.secondary', minHeight: 24, mt: 1 }}>
                        {query ? translate(found.length ? 'crm.help.found' : 'crm.help.none', { query, smart_count: found.length }) : ''}
                    </Typography>
                    <List component="div" disablePadding lang="fr">
                        {found.map(page => (
                            <ListItemButton key={page.slug} component={Link} to={`/help/${page.slug}`} selected={page === shown} sx={{ borderRadius: 2, py: 0.5 }}>
                                <ListItemText primary={page.title} />
                            </ListItemButton>
                        ))}
                    </List>
                </Box>
                {shown ? <HelpText key={key} page={shown} isAskedFor={Boolean(slug)} /> : null}
            </Box>
        </Page>
    );
};

const SearchField = ({ query, onChange }: { query: string; onChange: (query: string) => void }) => {
    const translate = useTranslate();
    const glass = (
        <InputAdornment position="start">
            <Search fontSize="small" />
        </InputAdornment>
    );
    return (
        <TextField
            type="search"
            fullWidth
            label={translate('crm.help.search')}
            value={query}
            onChange={event => onChange(event.target.value)}
            slotProps={{ input: { startAdornment: glass } }}
        />
    );
};

export default HelpShell;
