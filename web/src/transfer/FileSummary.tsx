/** How much is in the file, and what of it would be left behind. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import { useTranslate } from 'ra-core';
import { useFormat } from '../i18n';
import type { Import } from './import';
import { type Choices, hasValues, ignoredOf, isNamed, isUnread, type Preview } from './preview';

type Props = { current: Import; choices: Choices; preview: Preview };

export const FileSummary = ({ current, choices, preview }: Props) => {
    const translate = useTranslate();
    const format = useFormat();
    const losses = useLosses({ current, choices, preview });
    const doubts = isUnread(preview) ? [translate(`crm.import.unread_${preview.kind}`)] : losses;
    const amount = translate(`crm.import.amount_${preview.kind}`, { smart_count: preview.rows_estimated, shown: format.number(preview.rows_estimated) });
    return (
        <Box sx={{ display: 'grid', gap: 1, mt: 2 }}>
            {isNamed(preview, choices.mapping, current.resource) ? null : <Alert severity="error">{translate(`crm.import.unnamed_${current.resource}`)}</Alert>}
            <Alert role="status" severity={doubts.length || !preview.rows_estimated ? 'warning' : 'success'}>
                {[amount, ...(doubts.length || !preview.rows_estimated ? doubts : [translate('crm.import.all_recognised')])].join(' ')}
            </Alert>
        </Box>
    );
};

/** So many names of columns fit into a sentence. */
const NAMED = 8;

/** "« Carte », « Remise » et 3 autres". */
function useEnumeration(): (headers: string[]) => string {
    const translate = useTranslate();
    return headers => {
        const named = headers.slice(0, NAMED).map(header => translate('crm.import.quoted', { header })).join(', ');
        const others = headers.length - NAMED;
        return others > 0 ? translate('crm.import.and_others', { smart_count: others, named }) : named;
    };
}

/** What is in a column nobody takes is named; address books also have many such columns that are always empty. */
function useLosses({ choices, preview }: Props): string[] {
    const translate = useTranslate();
    const enumerated = useEnumeration();
    const ignored = ignoredOf(preview, choices.mapping);
    const filled = ignored.filter(hasValues).map(({ header, position }) => header.trim() || translate('crm.import.nameless', { position: position + 1 }));
    const empty = ignored.length - filled.length;
    return [
        ...(filled.length ? [translate('crm.import.some_ignored', { smart_count: filled.length, headers: enumerated(filled) })] : []),
        ...(empty ? [translate('crm.import.empty_ignored', { smart_count: empty })] : []),
    ];
}
