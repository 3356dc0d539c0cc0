/** The positions of a person, or the people of a company: those of today, then those of the past; added and changed in place. */
import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useGetManyReference, useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { useMayWrite } from '../layout';
import { Section } from '../ui';
import { type End, isPast, otherEnd, type Position } from './position';
import { PositionDialog } from './PositionDialog';
import { PositionLine } from './PositionLine';
import { PositionMenu } from './PositionMenu';

type Props = {
    of: End;
    /** The record the card stands on. */
    owner: { id: string; name: string; archived: boolean };
    title: string;
    empty: string;
    past: string;
    add: string;
    /** Another way to begin, beside "add". */
    more?: ReactNode;
};

/** What the dialog is open for. */
type Editing = { position?: Position } | null;

const today = (): string => new Date().toISOString().slice(0, 10);

export const PositionCard = ({ of, owner, more, ...words }: Props) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite() && !owner.archived;
    const [editing, setEditing] = useState<Editing>(null);
    const { data = [], isPending } = useGetManyReference<Position>('positions', { target: `${of}_id`, id: owner.id, pagination: { page: 1, perPage: 200 } });
    const present = data.filter(position => !isPast(position, today()));
    const past = data.filter(position => isPast(position, today()));
    const menuOf = (position: Position): ReactNode =>
        mayWrite ? <PositionMenu position={position} name={otherEnd(position, of).name} onEdit={() => setEditing({ position })} /> : null;
    const adding = (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, displayPrint: 'none' }}>
            <Button size="small" startIcon={<Add />} onClick={() => setEditing({})}>
                {translate(words.add)}
            </Button>
            {more}
        </Box>
    );
    return (
        <Section title={translate(words.title)} action={mayWrite ? adding : null}>
            {!isPending && data.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>{translate(words.empty)}</Typography> : null}
            <Lines of={of} positions={present} menuOf={menuOf} />
            {past.length ? (
                <Typography component="h3" variant="h3" sx={{ mt: present.length ? 2.5 : 0, mb: 1.25, color: 'text.secondary' }}>
                    {translate(words.past)}
                </Typography>
            ) : null}
            <Lines of={of} positions={past} menuOf={menuOf} />
            {editing ? <PositionDialog of={of} owner={owner} position={editing.position} onClose={() => setEditing(null)} /> : null}
        </Section>
    );
};

/** More than this many are shown when asked for. */
const FEW = 8;

const Lines = ({ of, positions, menuOf }: { of: End; positions: Position[]; menuOf: (position: Position) => ReactNode }) => {
    const translate = useTranslate();
    const [whole, setWhole] = useState(false);
    const shown = whole ? positions : positions.slice(0, FEW);
    if (positions.length === 0) return null;
    return (
        <>
            <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.75 }}>
                {shown.map(position => (
                    <PositionLine key={position.id} position={position} from={of} menu={menuOf(position)} />
                ))}
            </Box>
            {positions.length > shown.length ? (
                <Button onClick={() => setWhole(true)} sx={{ mt: 1 }}>
                    {translate('crm.record.show_all', { count: positions.length })}
                </Button>
            ) : null}
        </>
    );
};
