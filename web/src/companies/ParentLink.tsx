/** The company a site or a daughter belongs to. */
import Link from '@mui/material/Link';
import { useGetManyAggregate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';
import { pathTo } from '../layout';
import { type CompanyRow, companyName } from './company';

export const ParentLink = ({ id }: { id: string }) => {
    const { data } = useGetManyAggregate<CompanyRow>('companies', { ids: [id] });
    return (
        <Link component={RouterLink} to={pathTo('companies', id)}>
            {data?.[0] ? companyName(data[0]) : '…'}
        </Link>
    );
};
