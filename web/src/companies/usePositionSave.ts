/** Saves the dialog of a position; a person who is new comes into being together with it. */
import { type HttpError, useDataProvider, useNotify } from 'ra-core';
import { useState } from 'react';
import type { FieldErrors } from '../api';
import { type Clash, clashOf } from '../layout';
import { type Position, positionToSend } from './position';
import { usePositionRefresh } from './usePositionVerbs';

type Values = Record<string, unknown>;

export function usePositionSave(before: Position | undefined, onClose: () => void) {
    const provider = useDataProvider();
    const refresh = usePositionRefresh();
    const notify = useNotify();
    const [clash, setClash] = useState<Clash | null>(null);

    const finish = async (saved: Pick<Position, 'contact_id'>): Promise<void> => {
        onClose();
        notify('crm.positions.saved');
        await refresh(saved);
    };
    const send = async (values: Values): Promise<Pick<Position, 'contact_id'>> => {
        const data = positionToSend(values);
        if (before) return (await provider.update<Position>('positions', { id: before.id, data: { ...before, ...data }, previousData: before })).data;
        if (values.is_new) return bear(values, data);
        return (await provider.create<Position>('positions', { data })).data;
    };
    const bear = async ({ first_name, last_name }: Values, about: Values) => {
        const position = { ...about, contact_id: undefined };
        const { data } = await provider.create('contacts', { data: { first_name: first_name || null, last_name, position } });
        return { contact_id: String(data.id) };
    };
    /** Gives the form the messages that belong beside its fields. */
    const save = async (values: Values): Promise<FieldErrors | undefined> => {
        try {
            await finish(await send(values));
        } catch (error) {
            const found = before && clashOf(error, { ...before, ...positionToSend(values) }, before);
            if (found) setClash(found);
            else return messagesOf(error as HttpError, message => notify(message, { type: 'error', autoHideDuration: 10_000 }));
        }
        return undefined;
    };
    return { save, clash, setClash, finish };
}

function messagesOf(error: HttpError, say: (message: string) => void): FieldErrors | undefined {
    const errors = error.body?.errors as FieldErrors | undefined;
    if (!errors) say(error.message);
    const ofPosition = errors && typeof errors.position === 'object' ? errors.position : {};
    return errors && { ...errors, ...ofPosition };
}
