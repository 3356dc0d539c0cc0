/** The saved views of a list behind one button, which names the one that is open. */
import BookmarksOutlined from '@mui/icons-material/BookmarksOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import { useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { useViews } from './useViews';
import { isChanged, type View, viewIn } from './view';
import { ViewActions, type ViewDialogKind } from './ViewActions';
import { ViewDialogs } from './ViewDialogs';
import { ViewLinks } from './ViewLinks';

export const ViewsMenu = ({ resource }: { resource: string }) => {
    const translate = useTranslate();
    const views = useViews(resource);
    const { view, changed } = useOpenView(views);
    const [anchor, setAnchor] = useState<HTMLElement>();
    const [dialog, setDialog] = useState<ViewDialogKind>();
    const close = () => setAnchor(undefined);
    const name = view ? translate(changed ? 'crm.views.changed' : 'crm.views.open', { name: view.name }) : translate('crm.views.title');
    return (
        <>
            <Button color="inherit" aria-haspopup="menu" startIcon={<BookmarksOutlined />} onClick={event => setAnchor(event.currentTarget)} sx={{ maxWidth: 280 }}>
                <span style={oneLine}>{name}</span>
            </Button>
            <Menu open={Boolean(anchor)} anchorEl={anchor} onClose={close} onClick={close} disableAutoFocusItem>
                <ViewLinks views={views} open={view} />
                <ViewActions view={view} changed={changed} onAsk={setDialog} />
            </Menu>
            <ViewDialogs kind={dialog} view={view} onClose={() => setDialog(undefined)} />
        </>
    );
};

const oneLine = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

/** The view whose address was opened last; whatever is filtered then is a change of it. */
function useOpenView(views: View[]): { view: View | undefined; changed: boolean } {
    const { search } = useLocation();
    const { filterValues, sort } = useListContext();
    const here = viewIn(search);
    const [last, setLast] = useState(here);
    if (here && here !== last) setLast(here);
    const view = views.find(({ id }) => id === (here ?? last));
    return { view, changed: view !== undefined && isChanged(view, { filterValues, sort }) };
}
