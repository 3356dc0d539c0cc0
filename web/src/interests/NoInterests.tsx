/** No interest yet: what they are good for, and an example in one click. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useIsAdmin } from '../layout';
import { Binoculars } from '../ui';
import { MANAGE } from './crossing';
import { StartExample } from './StartExample';

/** `begin` offers the page where they are made, for whoever is elsewhere. */
export const NoInterests = ({ begin }: { begin?: boolean }) => {
    const translate = useTranslate();
    const isAdmin = useIsAdmin();
    return (
        <Card sx={{ p: { xs: 3, sm: 5 }, textAlign: 'center', display: 'grid', justifyItems: 'center', gap: 1.5 }}>
            <Binoculars color="primary" sx={{ fontSize: 56, opacity: 0.8 }} />
            <Typography component="p" variant="h1">
                {translate('crm.interests.none_yet')}
            </Typography>
            <Typography sx={quiet}>{translate('crm.interests.none_yet_hint')}</Typography>
            <Typography sx={quiet}>{translate(isAdmin ? 'crm.interests.example_hint' : 'crm.interests.none_yet_ask')}</Typography>
            {isAdmin ? (
                <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1.5, mt: 1 }}>
                    {begin ? (
                        <Button component={Link} to={MANAGE} variant="contained">
                            {translate('crm.interests.create_first')}
                        </Button>
                    ) : null}
                    <StartExample />
                </Box>
            ) : null}
        </Card>
    );
};

const quiet = { color: 'text.secondary', maxWidth: 560 };
