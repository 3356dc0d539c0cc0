/** What can be done with the view that is open, and how another one is saved. */
import Divider from '@mui/material/Divider';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { useIsAdmin, useMayWrite } from './rights';
import { useViewVerbs } from './useViewVerbs';
import type { View } from './view';

export type ViewDialogKind = 'create' | 'rename';

type Props = { view: View | undefined; changed: boolean; onAsk: (kind: ViewDialogKind) => void };

export const ViewActions = ({ view, changed, onAsk }: Props) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const isAdmin = useIsAdmin();
    const { keepLook, remove } = useViewVerbs();
    if (!mayWrite) return null;
    const own = view && (view.mine || isAdmin) ? view : undefined;
    return (
        <>
            <Divider />
            <MenuItem onClick={() => onAsk('create')}>{translate('crm.views.save')}</MenuItem>
            {own && changed ? <MenuItem onClick={() => void keepLook(own)}>{translate('crm.views.keep', { name: own.name })}</MenuItem> : null}
            {own ? <MenuItem onClick={() => onAsk('rename')}>{translate('crm.views.rename', { name: own.name })}</MenuItem> : null}
            {own ? <MenuItem onClick={() => void remove(own)}>{translate('crm.views.remove', { name: own.name })}</MenuItem> : null}
        </>
    );
};
