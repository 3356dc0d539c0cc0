/** The two dialogs of the menu of views: a new one, and the name of the one that is open. */
import { useTranslate } from 'ra-core';
import { useViewVerbs } from './useViewVerbs';
import type { View } from './view';
import type { ViewDialogKind } from './ViewActions';
import { ViewDialog } from './ViewDialog';

type Props = { kind: ViewDialogKind | undefined; view: View | undefined; onClose: () => void };

export const ViewDialogs = ({ kind, view, onClose }: Props) => {
    const translate = useTranslate();
    const { create, change } = useViewVerbs();
    if (kind === 'create') return <ViewDialog title={translate('crm.views.new')} start={{ name: '', shared: false }} onSave={create} onClose={onClose} />;
    if (kind !== 'rename' || !view) return null;
    const start = { name: view.name, shared: view.shared };
    return <ViewDialog title={translate('crm.views.rename', { name: view.name })} start={start} onSave={form => change(view, form)} onClose={onClose} />;
};
