/** How the file is written, as it was recognised; whoever sees wrong letters or one wide column corrects it. */
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import type { Choices, Preview } from './preview';

type Format = Pick<Choices, 'charset' | 'delimiter'>;

type Props = { preview: Preview; choices: Choices; onChange: (format: Format) => void };

export const FileFormat = ({ preview, choices, onChange }: Props) => (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, gap: 2 }}>
        <Choice name="charset" value={preview.charset} options={preview.charsets} chosen={choices.charset !== undefined} onChange={charset => onChange({ charset })} />
        <Choice name="delimiter" value={preview.delimiter} options={preview.delimiters} chosen={choices.delimiter !== undefined} onChange={delimiter => onChange({ delimiter })} />
    </Box>
);

/** Polyglot's keys have no signs in them. */
const SIGNS: Record<string, string> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

type ChoiceProps = { name: 'charset' | 'delimiter'; value: string; options: string[]; chosen: boolean; onChange: (value: string) => void };

const Choice = ({ name, value, options, chosen, onChange }: ChoiceProps) => {
    const translate = useTranslate();
    const labelOf = (option: string) => translate(`crm.import.${name}s.${SIGNS[option] ?? option}`, { _: option });
    return (
        <TextField
            select
            fullWidth
            label={translate(`crm.import.${name}`)}
            value={value}
            onChange={event => onChange(event.target.value)}
            helperText={translate(chosen ? 'crm.import.chosen' : `crm.import.${name}_hint`)}
            slotProps={{ select: { native: true } }}
        >
            {(options.includes(value) ? options : [value, ...options]).map(option => (
                <option key={option} value={option}>
                    {labelOf(option)}
                </option>
            ))}
        </TextField>
    );
};
