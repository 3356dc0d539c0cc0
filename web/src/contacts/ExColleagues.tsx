/** Who worked with this person, where and when; asked only when opened, since it looks through every company of theirs. */
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { Section } from '../ui';
import { ExColleagueLines } from './ExColleagueLines';

export const ExColleagues = ({ contactId }: { contactId: string }) => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    const id = useId();
    const toggle = (
        <Button size="small" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)} sx={{ displayPrint: 'none' }}>
            {translate(open ? 'crm.colleagues.hide' : 'crm.colleagues.show')}
        </Button>
    );
    return (
        <Section title={translate('crm.colleagues.title')} action={toggle}>
            <div id={id}>
                {open ? <ExColleagueLines contactId={contactId} /> : <Typography sx={{ color: 'text.secondary' }}>{translate('crm.colleagues.hint')}</Typography>}
            </div>
        </Section>
    );
};
