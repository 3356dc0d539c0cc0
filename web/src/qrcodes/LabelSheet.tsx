/** One sheet of labels, in true millimetres: on paper each lies on its label, on the screen it is seen smaller. */
import Box from '@mui/material/Box';
import { recordCode, type RecordKind, type Resource } from './code';
import { type LabelRow, linesOf } from './label';
import { QrImage } from './QrImage';
import { codeSide, type Format, PAGE, type Placed, placeOf } from './sheet';

type Props = { labels: Placed<LabelRow>[]; format: Format; resource: Resource; kind: RecordKind };

export const LabelSheet = ({ labels, format, resource, kind }: Props) => (
    <Box data-sheet sx={{ ...page, breakAfter: 'page' }}>
        {labels.map(({ item, place }) => (
            <Label key={place} row={item} place={place} format={format} src={recordCode(resource, item.id, kind)} />
        ))}
    </Box>
);

const mm = (value: number): string => `${value}mm`;

const page = { position: 'relative', width: mm(PAGE.width), height: mm(PAGE.height - 0.5), overflow: 'hidden', bgcolor: '#fff', color: '#000' } as const;

const Label = ({ row, place, format, src }: { row: LabelRow; place: number; format: Format; src: string }) => {
    const { left, top } = placeOf(format, place);
    const [name, ...details] = linesOf(row);
    const size = format.height < 25 ? 7 : 10;
    return (
        <Box
            data-label
            sx={{ position: 'absolute', boxSizing: 'border-box', left: mm(left), top: mm(top), width: mm(format.width), height: mm(format.height), p: '2.5mm', display: 'flex', alignItems: 'center', gap: '2mm' }}
        >
            <QrImage src={src} label={name} side={mm(codeSide(format))} sx={{ flexShrink: 0 }} />
            <Box sx={{ minWidth: 0, fontSize: `${size}pt`, lineHeight: 1.25, overflowWrap: 'anywhere' }}>
                <Box sx={{ fontWeight: 700, ...clamped(3) }}>{name}</Box>
                {details.map(line => (
                    <Box key={line} sx={{ fontSize: '0.85em', ...clamped(2) }}>
                        {line}
                    </Box>
                ))}
            </Box>
        </Box>
    );
};

const clamped = (lines: number) => ({ display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: lines, overflow: 'hidden' }) as const;
