/** Makes the interests of the FAQ's recruitment agency in one click; those that exist already are left alone. */
import Button from '@mui/material/Button';
import { useNotify, useTranslate } from 'ra-core';
import { exampleOf, isNamed } from './interest';
import { useBirths } from './useBirths';
import { useInterests } from './useInterests';

export const StartExample = () => {
    const translate = useTranslate();
    const notify = useNotify();
    const { interests } = useInterests();
    const { give, busy } = useBirths();
    const start = async () => {
        const example = exampleOf(translate('crm.interests.example_states'), translate('crm.interests.example_jobs'));
        const { made, refused } = await give(example.filter(({ name }) => !interests.some(isNamed(name))));
        if (refused.length) notify('crm.interests.refused', { type: 'error', messageArgs: refused[0] });
        else if (made.length === 0) notify('crm.interests.example_there');
        else notify('crm.interests.example_done', { messageArgs: { names: made.map(({ name }) => name).join(', ') } });
    };
    return (
        <Button variant="outlined" disabled={busy} onClick={() => void start()}>
            {translate('crm.interests.example')}
        </Button>
    );
};
