/** The two records of a merge side by side, each with what tells it from the other when both bear one name. */
import OpenInNewOutlined from '@mui/icons-material/OpenInNewOutlined';
import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type RaRecord, useGetOne, useTranslate } from 'ra-core';
import type { MergePreview, Side } from '../api';
import { useFormat } from '../i18n';
import { pathTo, WHOLE } from '../layout';
import { Section } from '../ui';
import { type Asked, wholeDetail, type WholeTwin } from './twin';

export const TwoRecords = ({ asked, preview }: { asked: Asked; preview: MergePreview }) => {
    const translate = useTranslate();
    return (
        <Section title={translate('crm.duplicates.two')}>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' }}>
                <OneRecord asked={asked} side="winner" name={preview.winner.name} />
                <OneRecord asked={asked} side="loser" name={preview.loser.name} />
            </Box>
        </Section>
    );
};

const OneRecord = ({ asked, side, name }: { asked: Asked; side: Side; name: string }) => {
    const translate = useTranslate();
    const format = useFormat();
    const id = asked[side];
    const { data } = useGetOne<WholeTwin & RaRecord>(asked.resource, { id, meta: WHOLE });
    const details = data ? [...wholeDetail(data), translate('crm.duplicates.created', { moment: format.moment(data.created_at) })] : [];
    return (
        <Box sx={{ overflowWrap: 'anywhere' }}>
            <Typography variant="caption" sx={{ display: 'block', color: 'text.secondary' }}>
                {translate(`crm.duplicates.sides.${side}`)}
            </Typography>
            <MuiLink href={pathTo(asked.resource, id)} target="_blank" rel="noopener" sx={{ fontWeight: 600 }}>
                {name} <OpenInNewOutlined titleAccess={translate('crm.duplicates.new_tab')} sx={{ fontSize: 16, verticalAlign: 'middle' }} />
            </MuiLink>
            {details.map(detail => (
                <Typography key={detail} variant="body2">
                    {detail}
                </Typography>
            ))}
        </Box>
    );
};
