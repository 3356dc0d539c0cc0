/** Who did what with a record, newest first. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { type RaRecord, useGetList, useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { useFormat } from '../i18n';
import { Section } from '../ui';
import { type Change, positionEvent } from './history';
import { HistoryChange } from './HistoryChange';
import { useMayWrite } from './rights';
import { useMergeUndo } from './useMergeUndo';

type Entry = RaRecord & {
    at: string;
    user: string | null;
    action: 'create' | 'change' | 'archive' | 'restore' | 'import' | 'position' | 'merge';
    changes: Change[];
};

const FEW = 5;

export const RecordHistory = ({ resource, record }: { resource: string; record: RaRecord }) => {
    const translate = useTranslate();
    const [whole, setWhole] = useState(false);
    // The version is part of the question, so that a change of the record asks again.
    const { data = [], isPending } = useGetList<Entry>(`${resource}/${record.id}/history`, {
        pagination: { page: 1, perPage: 50 },
        meta: { version: record.version, archived: record.archived },
    });
    const shown = whole ? data : data.slice(0, FEW);
    return (
        <Section title={translate('crm.history.title')}>
            {!isPending && data.length === 0 ? <Typography sx={{ color: 'text.secondary' }}>{translate('crm.history.none')}</Typography> : null}
            <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
                {shown.map((entry, place) => (
                    <Line key={entry.id} entry={entry} deed={deedOf(entry, translate)}>
                        {changesToTell(entry).map(change => (
                            <HistoryChange key={change.field} resource={resource} record={record} change={change} />
                        ))}
                        {entry.action === 'merge' && place === 0 ? <UndoMerge id={entry.id} /> : null}
                    </Line>
                ))}
            </Box>
            {data.length > shown.length ? <Button onClick={() => setWhole(true)}>{translate('crm.history.more')}</Button> : null}
        </Section>
    );
};

type Translate = ReturnType<typeof useTranslate>;

function deedOf({ action, changes }: Entry, translate: Translate): string {
    if (action === 'merge') return translate('crm.history.merge', { name: String(mergedIn(changes) ?? '') });
    if (action !== 'position') return translate(`crm.history.${action}`);
    const event = positionEvent(changes);
    if (!('company' in event)) return translate(`crm.history.position_${event.kind}`);
    return translate(`crm.history.position_${event.kind}`, { what: [event.title, event.company].filter(Boolean).join(', ') });
}

const mergedIn = (changes: Change[]): unknown => changes.find(({ field }) => field === 'merged')?.new;

/** What came or went, and who was merged, is told in one sentence. */
const changesToTell = ({ action, changes }: Entry): Change[] => {
    if (action === 'merge') return changes.filter(({ field }) => field !== 'merged');
    return action === 'position' && 'company' in positionEvent(changes) ? [] : changes;
};

/** A merge is taken back as long as nothing came after it. */
const UndoMerge = ({ id }: { id: RaRecord['id'] }) => {
    const translate = useTranslate();
    const mayWrite = useMayWrite();
    const { undo, undoing } = useMergeUndo();
    if (!mayWrite) return null;
    return (
        <Button size="small" disabled={undoing} onClick={() => void undo(id)}>
            {translate('crm.duplicates.undo')}
        </Button>
    );
};

const Line = ({ entry, deed, children }: { entry: Entry; deed: string; children: ReactNode }) => {
    const translate = useTranslate();
    const format = useFormat();
    return (
        <Box component="li" sx={{ borderLeft: 2, borderColor: 'divider', pl: 1.5 }}>
            <Typography variant="body2">
                <strong>{entry.user ?? translate('crm.history.someone')}</strong> {deed}
            </Typography>
            {children}
            <Typography component="time" variant="caption" dateTime={entry.at} title={format.moment(entry.at)} sx={{ color: 'text.secondary' }}>
                {format.ago(entry.at)}
            </Typography>
        </Box>
    );
};
