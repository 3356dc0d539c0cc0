/** What stands above a list: how many, which, in which order, and from where. */
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import FilterListOutlined from '@mui/icons-material/FilterListOutlined';
import Badge from '@mui/material/Badge';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { useListContext, useTranslate } from 'ra-core';
import { FilterForm } from 'ra-ui-materialui';
import { type ReactElement, type ReactNode, useState } from 'react';
import { JumpBar } from './JumpBar';
import { ListTotal } from './ListTotal';
import { Pager } from './Pager';
import { useSelecting } from './selection';
import { SortMenu } from './SortMenu';
import { ViewsMenu } from './ViewsMenu';

type Props = { resource: string; sorts: string[]; filters: ReactElement[]; tools?: ReactNode };

/** On a phone the filters wait behind a button, and the rest fits into two lines. */
export const ListTools = ({ resource, sorts, filters, tools }: Props) => {
    const [open, setOpen] = useState(false);
    return (
        <Box sx={{ displayPrint: 'none', display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 1, mb: 1.5 }}>
            <Box sx={{ flexGrow: { xs: 1, sm: 0 } }}>
                <ListTotal resource={resource} />
            </Box>
            <SelectToggle />
            <FilterToggle open={open} onToggle={() => setOpen(!open)} />
            <Box sx={{ ...filterForm, display: { xs: open ? 'block' : 'none', sm: 'block' }, order: { xs: 1, sm: 0 }, width: { xs: '100%', sm: 'auto' } }}>
                <FilterForm filters={filters} />
            </Box>
            <Box sx={{ ml: { sm: 'auto' }, order: { xs: 1, sm: 0 }, display: 'flex' }}>
                {tools}
                <ViewsMenu resource={resource} />
            </Box>
            <Box sx={{ order: { xs: 2, sm: 0 } }}>
                <SortMenu resource={resource} sorts={sorts} />
            </Box>
            <Pager compact />
            <Box sx={{ order: 3, width: { sm: '100%' }, flexGrow: 1 }}>
                <JumpBar />
            </Box>
        </Box>
    );
};

/** With a mouse every row has its box; on a phone they come when called for. */
const SelectToggle = () => {
    const translate = useTranslate();
    const { selecting, setSelecting } = useSelecting();
    return (
        <IconButton aria-pressed={selecting} aria-label={translate('crm.selection.start')} onClick={() => setSelecting(!selecting)} sx={{ display: { sm: 'none' } }}>
            <ChecklistOutlined color={selecting ? 'primary' : 'inherit'} />
        </IconButton>
    );
};

const FilterToggle = ({ open, onToggle }: { open: boolean; onToggle: () => void }) => {
    const translate = useTranslate();
    const { filterValues } = useListContext();
    const active = Object.keys(filterValues).filter(name => name !== 'jump' && filterValues[name]).length;
    return (
        <IconButton aria-expanded={open} aria-label={translate('crm.list.filters')} onClick={onToggle} sx={{ display: { sm: 'none' } }}>
            <Badge badgeContent={active} color="primary">
                <FilterListOutlined />
            </Badge>
        </IconButton>
    );
};

/** react-admin leaves room for a label above each filter; ours stand in one line with the rest. */
const filterForm = {
    '& form': { minHeight: 0, padding: 0, gap: 1, alignItems: 'center', flexWrap: 'wrap' },
    '& .RaFilterForm-filterFormInput': { alignItems: 'center' },
    '& form .RaFilterForm-filterFormInput .MuiFormControl-root': { margin: 0, minWidth: { xs: '100%', sm: 140 } },
    '& form .RaFilterForm-filterFormInput .MuiFormControl-root:has(.MuiSwitch-root)': { minWidth: 0 },
    '& .MuiFormControlLabel-root': { marginLeft: 0, marginRight: 0 },
    '& .RaFilterFormInput-spacer, & .RaFilterForm-clearFix': { display: 'none' },
} as const;
