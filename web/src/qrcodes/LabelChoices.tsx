/** How labels are printed: on which sheet, what the codes do, how many of each, how many are used already. */
import Box from '@mui/material/Box';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useFormat } from '../i18n';
import { kindsOf, type RecordKind, type Resource } from './code';
import { type Format, FORMATS, perSheet } from './sheet';

export type Choices = { format: Format; kind: RecordKind; copies: number; used: number };

type Props = { resource: Resource; choices: Choices; onChange: (choices: Choices) => void };

const MOST_COPIES = 100;

export const LabelChoices = ({ resource, choices, onChange }: Props) => {
    const translate = useTranslate();
    const format = useFormat();
    const kinds = kindsOf(resource);
    const formatOf = (id: string) => FORMATS.find(one => one.id === id) ?? FORMATS[0];
    const size = ({ width, height }: Format) => `${format.number(width)} × ${format.number(height)} mm`;
    return (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, mb: 2 }}>
            <TextField select label={translate('crm.qr.format')} value={choices.format.id} onChange={event => onChange({ ...choices, format: formatOf(event.target.value), used: 0 })} sx={{ minWidth: 250 }}>
                {FORMATS.map(one => (
                    <MenuItem key={one.id} value={one.id}>
                        {translate('crm.qr.sheet', { columns: one.columns, rows: one.rows, size: size(one) })}
                    </MenuItem>
                ))}
            </TextField>
            {kinds.length > 1 ? (
                <TextField select label={translate('crm.qr.kind')} value={choices.kind} onChange={event => onChange({ ...choices, kind: event.target.value as RecordKind })} sx={{ minWidth: 200 }}>
                    {kinds.map(kind => (
                        <MenuItem key={kind} value={kind}>
                            {translate(`crm.qr.kind_${kind}`)}
                        </MenuItem>
                    ))}
                </TextField>
            ) : null}
            <Count label={translate('crm.qr.copies')} value={choices.copies} least={1} most={MOST_COPIES} onChange={copies => onChange({ ...choices, copies })} />
            <Count label={translate('crm.qr.used')} value={choices.used} least={0} most={perSheet(choices.format) - 1} onChange={used => onChange({ ...choices, used })} />
        </Box>
    );
};

type CountProps = { label: string; value: number; least: number; most: number; onChange: (value: number) => void };

/** While it is typed it may be empty or too large; the sheet follows what can be printed of it. */
const Count = ({ label, value, least, most, onChange }: CountProps) => {
    const translate = useTranslate();
    const [typed, setTyped] = useState<string | null>(null);
    const within = (text: string) => Math.max(least, Math.min(most, Math.floor(Number(text)) || least));
    const type = (text: string) => {
        setTyped(text);
        if (text) onChange(within(text));
    };
    return (
        <TextField
            type="number"
            label={label}
            value={typed ?? value}
            error={Boolean(typed) && Number(typed) !== value}
            helperText={translate('crm.qr.within', { least, most })}
            onChange={event => type(event.target.value)}
            onBlur={() => setTyped(null)}
            slotProps={{ htmlInput: { min: least, max: most } }}
            sx={{ width: 170 }}
        />
    );
};
