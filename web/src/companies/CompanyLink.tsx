/** The name of a company, which leads to it unless it is a colleague's that this person may not see. */
import Link from '@mui/material/Link';
import type { SxProps } from '@mui/material/styles';
import { useGetManyAggregate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { pathTo, useSeesAll } from '../layout';
import { type CompanyRow, companyName } from './company';

type Props = { id: string; /** As the record that mentions it tells it. */ name?: string | null; sx?: SxProps };

export const CompanyLink = ({ id, name, sx }: Props) => {
    const seesAll = useSeesAll();
    const { data, isPending } = useGetManyAggregate<CompanyRow>('companies', { ids: [id] }, { enabled: !seesAll || !name });
    const row = data?.find(Boolean);
    const shown = row ? companyName(row) : (name ?? (isPending ? '…' : ''));
    if (!seesAll && !row) return <span>{shown}</span>;
    return (
        <Link component={RouterLink} to={pathTo('companies', id)} sx={sx}>
            {shown}
        </Link>
    );
};
