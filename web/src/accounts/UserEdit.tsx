/** What an admin changes of a user. */
import { AdminsOnly, RecordEdit } from '../layout';
import { RemoveUser } from './RemoveUser';
import { checkUser, type Colleague, nameOf } from './user';
import { UserInputs } from './UserInputs';

const UserEdit = () => (
    <AdminsOnly>
        <RecordEdit<Colleague> resource="users" name={nameOf} transform={values => values} validate={checkUser} back="/users" actions={<RemoveUser />}>
            <UserInputs />
        </RecordEdit>
    </AdminsOnly>
);

export default UserEdit;
