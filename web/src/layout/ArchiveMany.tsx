/** Archives the selected rows, or restores them where the list shows what is archived. */
import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined';
import UnarchiveOutlined from '@mui/icons-material/UnarchiveOutlined';
import { useListContext, useTranslate } from 'ra-core';
import { SelectionButton } from './SelectionButton';
import { useActOnSelection } from './useActOnSelection';

export const ArchiveMany = () => {
    const translate = useTranslate();
    const { filterValues } = useListContext();
    const { act, acting } = useActOnSelection();
    const verb = filterValues.archived ? 'restore' : 'archive';
    return (
        <SelectionButton
            label={translate(`crm.action.${verb}`)}
            Icon={verb === 'archive' ? ArchiveOutlined : UnarchiveOutlined}
            disabled={acting}
            onClick={() => void act({ action: verb })}
        />
    );
};
