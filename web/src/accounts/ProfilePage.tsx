/** One's own profile: name, look, how one calls, and the password. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EditBase, Form, type RaRecord, useNotify, useTranslate } from 'ra-core';
import { SaveButton, SelectInput, TextInput } from 'ra-ui-materialui';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { session, type User } from '../api';
import { Fields, WHOLE } from '../layout';
import { CALL_SCHEMES, Page, Section } from '../ui';
import { PasswordSection } from './PasswordSection';
import { LOCALES } from './useLanguage';
import { zones } from './zones';

const currentId = (): string | undefined => session.state().current?.user.id;

const ProfilePage = () => {
    const translate = useTranslate();
    const id = useSyncExternalStore(session.subscribe, currentId);
    if (!id) return null;
    const sessionsLink = (
        <Button component={Link} to="/sessions" variant="outlined" color="inherit">
            {translate('crm.menu.sessions')}
        </Button>
    );
    return (
        <Page title={translate('crm.account.profile')} width={920} actions={sessionsLink}>
            <Box sx={{ display: 'grid', gap: 2 }}>
                <ProfileForm id={id} />
                <PasswordSection userId={id} />
            </Box>
        </Page>
    );
};

const ProfileForm = ({ id }: { id: string }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const onSuccess = (user: RaRecord) => {
        session.updateUser(user as unknown as User);
        notify('crm.account.profile_saved');
    };
    return (
        <EditBase resource="users" id={id} mutationMode="pessimistic" redirect={false} queryOptions={{ meta: WHOLE }} mutationOptions={{ meta: WHOLE, onSuccess }}>
            <Form>
                <Section title={translate('crm.record.identity')}>
                    <ProfileFields />
                    <SaveButton />
                </Section>
            </Form>
        </EditBase>
    );
};

const named = (keys: readonly string[], prefix: string) => keys.map(id => ({ id, name: `${prefix}.${id}` }));

const ProfileFields = () => (
    <Fields>
        <TextInput source="first_name" autoComplete="given-name" />
        <TextInput source="last_name" autoComplete="family-name" isRequired />
        <TextInput source="email" readOnly />
        <TextInput source="phone" type="tel" autoComplete="tel" />
        <SelectInput source="locale" choices={named(LOCALES, 'crm.locales')} />
        <SelectInput source="time_zone" choices={zones()} translateChoice={false} />
        <SelectInput source="call_scheme" choices={named(CALL_SCHEMES, 'crm.schemes')} helperText="crm.account.call_scheme_hint" />
        <TextInput source="colour" type="color" />
    </Fields>
);

export default ProfilePage;
