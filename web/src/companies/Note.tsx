/** What was noted about a record, with its line breaks. */
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Section } from '../ui';

export const Note = ({ note }: { note: string | null }) => {
    const translate = useTranslate();
    return (
        <Section title={translate('crm.record.note')}>
            <Typography sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere', color: note ? undefined : 'text.secondary' }}>
                {note ?? translate('crm.record.no_note')}
            </Typography>
        </Section>
    );
};
