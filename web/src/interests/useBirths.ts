/** Makes interests, one after the other, and tells which were refused and why. */
import { useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useState } from 'react';
import { firstMessage } from '../api';
import type { Interest, NewInterest } from './interest';

export type Refusal = { name: string; message: string };

export type Births = { made: Interest[]; refused: Refusal[] };

export function useBirths(): { give: (wanted: NewInterest[]) => Promise<Births>; busy: boolean } {
    const provider = useDataProvider();
    const client = useQueryClient();
    const [busy, setBusy] = useState(false);
    const give = async (wanted: NewInterest[]): Promise<Births> => {
        setBusy(true);
        const births: Births = { made: [], refused: [] };
        for (const data of wanted) {
            try {
                births.made.push((await provider.create<Interest>('interests', { data })).data);
            } catch (error) {
                births.refused.push({ name: data.name, message: firstMessage(error) ?? (error as Error).message });
            }
        }
        await client.invalidateQueries({ queryKey: ['interests'] });
        setBusy(false);
        return births;
    };
    return { give, busy };
}
