/** The personal tokens by which one's own programs speak to Simple CRM. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { Page, Section } from '../ui';
import { CreateToken } from './CreateToken';
import type { NewToken } from './token';
import { TokenList } from './TokenList';
import { TokenShown } from './TokenShown';

const TokensPage = () => {
    const translate = useTranslate();
    const [shown, setShown] = useState<NewToken | null>(null);
    const help = (
        <Button component={Link} to="/help/api-et-jetons" variant="outlined" color="inherit">
            {translate('crm.tokens.help')}
        </Button>
    );
    return (
        <Page title={translate('crm.menu.tokens')} width={760} actions={help}>
            <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate('crm.tokens.intro')}</Typography>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
                <Section title={translate('crm.tokens.new')}>
                    <CreateToken onCreated={setShown} />
                </Section>
                <TokenList />
            </Box>
            {shown ? <TokenShown token={shown} onClose={() => setShown(null)} /> : null}
        </Page>
    );
};

export default TokensPage;
