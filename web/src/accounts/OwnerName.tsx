/** The name of the colleague who looks after a record. */
import { useGetManyAggregate, type RaRecord } from 'ra-core';
import { type NamedUser, nameOf } from './user';

export const OwnerName = ({ id }: { id: string }) => {
    const { data } = useGetManyAggregate<RaRecord & NamedUser>('users', { ids: [id] });
    const user = data?.[0];
    return user ? nameOf(user) : '…';
};
