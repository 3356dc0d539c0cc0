/** How the file is written, as it was recognised; whoever sees wrong letters or one wide column corrects it. */
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import type { Choices, Writing } from './preview';

type Format = Pick<Choices, 'charset' | 'delimiter'>;

type Props = { writing: Writing; choices: Choices; /** Whether this charset leaves letters unread. */ misread: boolean; onChange: (format: Format) => void };

export const FileFormat = ({ writing, choices, misread, onChange }: Props) => (
    <Box sx={{ display: 'grid', gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' }, gap: 2 }}>
        <Choice name="charset" told={writing.charset} chosen={choices.charset} options={writing.charsets} misread={misread} onChange={charset => onChange({ charset })} />
        <Choice name="delimiter" told={writing.delimiter} chosen={choices.delimiter} options={writing.delimiters} onChange={delimiter => onChange({ delimiter })} />
    </Box>
);

/** Polyglot's keys have no signs in them. */
const SIGNS: Record<string, string> = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'bar' };

type ChoiceProps = { name: 'charset' | 'delimiter'; told: string; chosen?: string; options: string[]; misread?: boolean; onChange: (value: string) => void };

function hintOf({ name, told, chosen, misread }: ChoiceProps): string {
    if (misread) return 'misread';
    if (chosen !== undefined) return 'chosen';
    return told ? `${name}_hint` : 'untold_hint';
}

const Choice = (props: ChoiceProps) => {
    const { name, told, chosen, options, misread, onChange } = props;
    const translate = useTranslate();
    const value = chosen ?? told;
    const labelOf = (option: string) => translate(option ? `crm.import.${name}s.${SIGNS[option] ?? option}` : 'crm.import.untold', { _: option });
    return (
        <TextField
            select
            fullWidth
            label={translate(`crm.import.${name}`)}
            value={value}
            onChange={event => onChange(event.target.value)}
            error={misread}
            helperText={translate(`crm.import.${hintOf(props)}`)}
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
