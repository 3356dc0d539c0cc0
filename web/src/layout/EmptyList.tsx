/** A list with nothing in it yet teaches how to fill it. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import type { Place } from './places';
import { pathToNew } from './paths';
import { useMayWrite } from './rights';

type Props = { resource: 'contacts' | 'companies'; create: string; Icon: Place['Icon'] };

export const EmptyList = ({ resource, create, Icon }: Props) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    return (
        <Card sx={{ p: { xs: 3, sm: 6 }, textAlign: 'center', display: 'grid', justifyItems: 'center', gap: 1.5 }}>
            <Icon color="primary" sx={{ fontSize: 56, opacity: 0.8 }} />
            <Typography component="p" variant="h1">
                {translate(`crm.empty.${resource}`)}
            </Typography>
            {mayWrite ? <Beginnings resource={resource} create={create} /> : null}
        </Card>
    );
};

const Beginnings = ({ resource, create }: Pick<Props, 'resource' | 'create'>) => {
    const translate = useTranslate();
    return (
        <>
            <Typography sx={{ color: 'text.secondary', maxWidth: 520 }}>{translate(`crm.empty.${resource}_hint`)}</Typography>
            <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'center', gap: 1.5, mt: 1 }}>
                <Button component={Link} to={pathToNew(resource)} variant="contained">
                    {translate(create)}
                </Button>
                <Button component={Link} to="/imports" variant="outlined">
                    {translate('crm.empty.import')}
                </Button>
            </Box>
        </>
    );
};
