/** Leaves the search where there is no Escape key. */
import Close from '@mui/icons-material/Close';
import IconButton from '@mui/material/IconButton';
import { useTranslate } from 'ra-core';

export const CloseSearch = ({ close }: { close: () => void }) => {
    const translate = useTranslate();
    return (
        <IconButton onClick={close} edge="end" aria-label={translate('ra.action.close')}>
            <Close />
        </IconButton>
    );
};
