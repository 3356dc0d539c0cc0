/** One's own profile: name, look, how one calls, and the password. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { EditBase, Form, type RaRecord, useLocaleState, useNotify, useTranslate } from 'ra-core';
import { SaveButton, TextInput } from 'ra-ui-materialui';
import { useSyncExternalStore } from 'react';
import { Link } from 'react-router-dom';
import { session } from '../api';
import { Fields, WHOLE } from '../layout';
import { Page, Section } from '../ui';
import { ColourInput } from './ColourInput';
import { EmailInput } from './EmailInput';
import { HabitInputs } from './HabitInputs';
import { PasswordSection } from './PasswordSection';

const currentId = (): string | undefined => session.state().current?.user.id;

const PLACES = [
    { to: '/sessions', label: 'crm.menu.sessions' },
    { to: '/tokens', label: 'crm.menu.tokens' },
];

const ProfilePage = () => {
    const translate = useTranslate();
    const id = useSyncExternalStore(session.subscribe, currentId);
    if (!id) return null;
    const links = PLACES.map(({ to, label }) => (
        <Button key={to} component={Link} to={to} variant="outlined" color="inherit">
            {translate(label)}
        </Button>
    ));
    return (
        <Page title={translate('crm.account.profile')} width={920} actions={links}>
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
    const [locale, setLocale] = useLocaleState();
    const onSuccess = (user: RaRecord) => {
        if (user.locale && user.locale !== locale) void setLocale(user.locale);
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

const ProfileFields = () => (
    <Fields>
        <TextInput source="first_name" autoComplete="given-name" />
        <TextInput source="last_name" autoComplete="family-name" isRequired />
        <EmailInput />
        <TextInput source="phone" type="tel" autoComplete="tel" />
        <HabitInputs />
        <ColourInput source="colour" className="wide" />
    </Fields>
);

export default ProfilePage;
