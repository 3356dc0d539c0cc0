/** Prints the selected rows, from whichever pages they are. */
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { useListContext, useTranslate } from 'ra-core';
import { usePrint } from './print';
import { SelectionButton } from './SelectionButton';

export const PrintMany = () => {
    const translate = useTranslate();
    const print = usePrint();
    const { selectedIds } = useListContext();
    return <SelectionButton label={translate('crm.action.print')} Icon={PrintOutlined} onClick={() => void print(selectedIds)} />;
};
