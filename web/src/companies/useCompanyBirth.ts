/** A company that is missing while a form is filled: made at once, and the form goes on. */
import { useDataProvider, useNotify } from 'ra-core';
import { fold } from '../ui';
import type { CompanyRow } from './company';
import { beginning, BY_NAME, FEW, NOTHING } from './picking';

/** Resolves with the company for the picker. Who types a name that is already there, and presses Enter, means that one. */
export function useCompanyBirth(): (name?: string) => Promise<CompanyRow> {
    const provider = useDataProvider();
    const notify = useNotify();
    return async (typed = '') => {
        const name = typed.trim();
        if (!name) return NOTHING;
        try {
            const { data: alike } = await provider.getList<CompanyRow>('companies', {
                sort: BY_NAME,
                pagination: { page: 1, perPage: FEW },
                filter: beginning(BY_NAME.field, 'name')(name),
            });
            const same = alike.find(company => !company.site_label && fold(company.name) === fold(name));
            if (same) return same;
            const { data } = await provider.create<CompanyRow>('companies', { data: { name, country: 'FR' } });
            notify('crm.record.created_done', { messageArgs: { name } });
            return data;
        } catch (error) {
            notify((error as Error).message, { type: 'error' });
            return NOTHING;
        }
    };
}
