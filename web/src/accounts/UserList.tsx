/** The administration's list of users, and of those who were invited. */
import PersonAddAltOutlined from '@mui/icons-material/PersonAddAltOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { Theme } from '@mui/material/styles';
import Switch from '@mui/material/Switch';
import useMediaQuery from '@mui/material/useMediaQuery';
import { ListBase, useListContext, useTranslate } from 'ra-core';
import { useState } from 'react';
import { AdminsOnly, AdminTabs } from '../layout';
import { Page } from '../ui';
import { Invitations } from './Invitations';
import { InviteDialog } from './InviteDialog';
import { UserCards, UserTable } from './UserTable';

const BY_NAME = { field: 'last_name', order: 'ASC' } as const;

const UserList = () => (
    <AdminsOnly>
        <Users />
    </AdminsOnly>
);

const Users = () => {
    const translate = useTranslate();
    const [archived, setArchived] = useState(false);
    return (
        <Page title={translate('crm.users.title')} actions={<Invite />}>
            <AdminTabs />
            <FormControlLabel
                sx={{ mb: 1.5 }}
                control={<Switch checked={archived} onChange={event => setArchived(event.target.checked)} />}
                label={translate('crm.users.archived')}
            />
            <ListBase resource="users" filter={{ archived }} sort={BY_NAME} perPage={200} storeKey={false} disableSyncWithLocation empty={false}>
                <Rows />
            </ListBase>
            {archived ? null : <Invitations />}
        </Page>
    );
};

const Rows = () => {
    const translate = useTranslate();
    const narrow = useMediaQuery<Theme>(theme => theme.breakpoints.down('md'));
    const { data, error } = useListContext();
    if (error) return <Alert severity="error">{translate(error.message)}</Alert>;
    if (data?.length === 0) return <Alert severity="info">{translate('crm.empty.archived')}</Alert>;
    return <Card sx={{ overflow: 'clip' }}>{narrow ? <UserCards /> : <UserTable />}</Card>;
};

const Invite = () => {
    const translate = useTranslate();
    const [open, setOpen] = useState(false);
    return (
        <Box>
            <Button variant="contained" startIcon={<PersonAddAltOutlined />} onClick={() => setOpen(true)}>
                {translate('crm.invitations.invite')}
            </Button>
            {open ? <InviteDialog onClose={() => setOpen(false)} /> : null}
        </Box>
    );
};

export default UserList;
