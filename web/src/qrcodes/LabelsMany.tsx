/** Labels of the selected rows. */
import QrCode2Outlined from '@mui/icons-material/QrCode2Outlined';
import { useListContext, useNotify, useTranslate } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import { SelectionButton } from '../layout';
import { isResource, pathToLabels } from './code';

/** As many as an address holds: a dozen sheets. */
const MOST = 300;

export const LabelsMany = () => {
    const translate = useTranslate();
    const notify = useNotify();
    const navigate = useNavigate();
    const { resource, selectedIds } = useListContext();
    const print = () => {
        if (!isResource(resource)) return;
        if (selectedIds.length > MOST) notify('crm.qr.labels_limit', { type: 'warning', messageArgs: { most: MOST } });
        void navigate(pathToLabels(resource, selectedIds.slice(0, MOST).map(String)));
    };
    return <SelectionButton label={translate('crm.qr.labels')} Icon={QrCode2Outlined} onClick={print} />;
};
