/** The columns of the file, each with a few of its values and the field it becomes. */
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { type Choices, type Column, fieldOf, type Preview, twinOf, withField } from './preview';

type Props = { preview: Preview; choices: Choices; onChange: (choices: Choices) => void };

export const ColumnList = ({ preview, choices, onChange }: Props) => (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {preview.columns.map(column => (
            <Line key={column.position} column={column} preview={preview} choices={choices} onChange={onChange} />
        ))}
    </Box>
);

const Line = ({ column, ...props }: Props & { column: Column }) => (
    <Box
        component="li"
        sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'minmax(0, 1fr) 280px' }, columnGap: 3, rowGap: 1, py: 1.5, borderTop: 1, borderColor: 'divider' }}
    >
        <Content column={column} />
        <Becomes column={column} {...props} />
    </Box>
);

function useHeader(): (column: Column) => string {
    const translate = useTranslate();
    return ({ header, position }) => header.trim() || translate('crm.import.nameless', { position: position + 1 });
}

const Content = ({ column }: { column: Column }) => {
    const translate = useTranslate();
    const header = useHeader();
    const samples = column.samples.filter(sample => sample.trim() !== '').join(' · ');
    return (
        <Box sx={{ minWidth: 0 }}>
            <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{header(column)}</Typography>
            <Typography sx={{ color: 'text.secondary', overflow: 'hidden', display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflowWrap: 'anywhere' }}>
                {samples || translate(column.samples.length ? 'crm.import.no_sample' : 'crm.import.unread_sample')}
            </Typography>
        </Box>
    );
};

const IGNORED = '';

const Becomes = ({ column, preview, choices, onChange }: Props & { column: Column }) => {
    const translate = useTranslate();
    const header = useHeader();
    const field = fieldOf(column, choices.mapping);
    const twin = twinOf(column, preview, choices.mapping);
    const hint = field === null ? translate('crm.import.ignored_hint') : twin && translate('crm.import.twin', { header: header(twin) });
    return (
        <TextField
            select
            fullWidth
            value={field ?? IGNORED}
            color={field === null ? 'secondary' : undefined}
            focused={field === null ? true : undefined}
            onChange={event => onChange(withField(choices, column, event.target.value || null))}
            helperText={hint}
            slotProps={{ select: { native: true }, htmlInput: { 'aria-label': translate('crm.import.becomes', { header: header(column) }) } }}
        >
            <option value={IGNORED}>{translate('crm.import.ignored')}</option>
            <Unlisted field={column.field} preview={preview} />
            {preview.fields.map(({ name, label }) => (
                <option key={name} value={name}>
                    {label}
                </option>
            ))}
        </TextField>
    );
};

/** A part of something that several columns make together (Google's "Phone 1 - Label") is recognised, but nobody would choose it. */
const Unlisted = ({ field, preview }: { field: string | null; preview: Preview }) => {
    const translate = useTranslate();
    if (field === null || preview.fields.some(({ name }) => name === field)) return null;
    return <option value={field}>{translate('crm.import.recognised')}</option>;
};
