/** Exactly two selected records can be merged. */
import MergeOutlined from '@mui/icons-material/MergeOutlined';
import { useListContext, useTranslate } from 'ra-core';
import { useNavigate } from 'react-router-dom';
import type { Twin } from '../api';
import { SelectionButton } from '../layout';
import { pathToMerge } from './twin';

export const MergeTwo = ({ resource }: { resource: Twin }) => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const { selectedIds = [], onUnselectItems } = useListContext();
    if (selectedIds.length !== 2) return null;
    const [winner, loser] = selectedIds.map(String);
    const merge = () => {
        onUnselectItems();
        void navigate(pathToMerge(resource, winner, loser));
    };
    return <SelectionButton label={translate('crm.duplicates.merge_dots')} Icon={MergeOutlined} onClick={merge} />;
};
