/** Chooses the colleague who looks after a record. */
import { ReferenceInput, type ReferenceInputProps, SelectInput } from 'ra-ui-materialui';
import { type NamedUser, nameOf } from './user';

const ALL = { perPage: 200 };

type Props = Partial<ReferenceInputProps> & { label?: string; emptyText?: string };

/** Small teams: everybody fits into one menu. */
export const OwnerInput = ({ label, emptyText, ...props }: Props) => (
    <ReferenceInput source="owner_id" reference="users" sort={BY_NAME} {...ALL} {...props}>
        <SelectInput label={label} emptyText={emptyText} optionText={(user: NamedUser) => nameOf(user)} />
    </ReferenceInput>
);

const BY_NAME = { field: 'last_name', order: 'ASC' } as const;
