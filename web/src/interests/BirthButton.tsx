/** Makes the interest that was looked for in vain, without leaving the form. */
import Add from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'ra-core';
import type { Interest } from './interest';
import { useBirths } from './useBirths';

export const BirthButton = ({ name, onBorn }: { name: string; onBorn: (interest: Interest) => void }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const { give, busy } = useBirths();
    const bear = async () => {
        const { made, refused } = await give([{ name, group: null }]);
        if (refused.length) notify('crm.interests.refused', { type: 'error', messageArgs: refused[0] });
        else onBorn(made[0]);
    };
    return (
        <Button size="small" startIcon={<Add />} disabled={busy} onClick={() => void bear()} sx={{ justifySelf: 'start' }}>
            {translate('crm.interests.create', { name })}
        </Button>
    );
};
