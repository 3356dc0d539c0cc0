/** While a new record is typed: who may be there already. It warns and never stands in the way. */
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import Alert from '@mui/material/Alert';
import AlertTitle from '@mui/material/AlertTitle';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useWatch } from 'react-hook-form';
import { Link } from 'react-router-dom';
import type { Likely, Twin } from '../api';
import { pathTo } from '../layout';
import { Reasons } from './Reasons';
import { twinDetail, twinName } from './twin';
import { typedOf } from './typed';
import { useLikely } from './useLikely';

/** After the names, so that no field moves away under who types; in sight while those further down are filled. */
const inSight = { position: 'sticky', top: { xs: 60, sm: 68 }, zIndex: 2 } as const;

export const LikelyWarning = ({ resource }: { resource: Twin }) => {
    const translate = useTranslate();
    const found = useLikely(resource, typedOf(resource, useWatch()));
    return (
        <Box aria-live="polite" sx={found.length ? inSight : { display: 'contents' }}>
            {found.length ? (
                <Alert severity="warning" sx={{ maxHeight: '38vh', overflowY: 'auto', boxShadow: 3, '& .MuiAlert-message': { flex: 1, minWidth: 0 } }}>
                    <AlertTitle>{translate(`crm.duplicates.warning_${resource}`)}</AlertTitle>
                    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
                        {found.map(one => (
                            <Line key={one.id} resource={resource} one={one} />
                        ))}
                    </Box>
                </Alert>
            ) : null}
        </Box>
    );
};

const Line = ({ resource, one }: { resource: Twin; one: Likely }) => {
    const translate = useTranslate();
    const name = twinName(one);
    return (
        <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.25 }}>
            <MuiLink href={pathTo(resource, one.id)} target="_blank" rel="noopener" sx={{ fontWeight: 600, display: 'inline-flex', alignItems: 'center', gap: 0.5 }}>
                {name}
                <OpenInNewOutlined titleAccess={translate('crm.duplicates.new_tab')} sx={{ fontSize: 16 }} />
            </MuiLink>
            <Typography variant="body2" component="span" sx={{ overflowWrap: 'anywhere', minWidth: 0 }}>
                {twinDetail(one)}
            </Typography>
            <Reasons reasons={one.reasons} />
            <Button component={Link} to={pathTo(resource, one.id)} size="small" color="inherit" aria-label={translate('crm.duplicates.same_one_named', { name })} sx={{ ml: 'auto' }}>
                {translate('crm.duplicates.same_one')}
            </Button>
        </Box>
    );
};
