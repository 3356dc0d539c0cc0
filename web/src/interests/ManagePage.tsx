/** The administration of interests: created several at once, renamed, moved to a group, archived and restored. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import FormControlLabel from '@mui/material/FormControlLabel';
import Switch from '@mui/material/Switch';
import { ResourceContextProvider, useTranslate } from 'ra-core';
import { useState } from 'react';
import { AdminsOnly, AdminTabs } from '../layout';
import { Page, Section } from '../ui';
import { AddInterests } from './AddInterests';
import { byGroup, groupNames, type Interest } from './interest';
import { InterestLines } from './InterestLines';
import { NoInterests } from './NoInterests';
import { useInterests } from './useInterests';

const ManagePage = () => (
    <AdminsOnly>
        <ResourceContextProvider value="interests">
            <Interests />
        </ResourceContextProvider>
    </AdminsOnly>
);

const Interests = () => {
    const translate = useTranslate();
    const [archived, setArchived] = useState(false);
    return (
        <Page title={translate('crm.interests.title')} width={860}>
            <AdminTabs />
            <FormControlLabel
                sx={{ mb: 1.5 }}
                control={<Switch checked={archived} onChange={event => setArchived(event.target.checked)} />}
                label={translate('crm.interests.archived')}
            />
            {archived ? <Archived /> : <Living />}
        </Page>
    );
};

const stack = { display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' };

const Living = () => {
    const translate = useTranslate();
    const { interests, isPending, error } = useInterests();
    if (error) return <Alert severity="error">{translate(error.message)}</Alert>;
    const isEmpty = !isPending && interests.length === 0;
    return (
        <Box sx={stack}>
            {isEmpty ? <NoInterests /> : null}
            <Section title={translate('crm.interests.add_title')}>
                <AddInterests groups={groupNames(interests)} />
            </Section>
            <Groups interests={interests} archived={false} />
        </Box>
    );
};

const Archived = () => {
    const translate = useTranslate();
    const { interests, isPending, error } = useInterests(true);
    if (error) return <Alert severity="error">{translate(error.message)}</Alert>;
    if (!isPending && interests.length === 0) return <Alert severity="info">{translate('crm.interests.none_archived')}</Alert>;
    return (
        <Box sx={stack}>
            <Groups interests={interests} archived />
        </Box>
    );
};

const Groups = ({ interests, archived }: { interests: Interest[]; archived: boolean }) => {
    const translate = useTranslate();
    return byGroup(interests).map(group => (
        <Section key={group.name ?? ''} title={group.name ?? translate('crm.interests.no_group')}>
            <InterestLines interests={group.interests} groups={groupNames(interests)} archived={archived} />
        </Section>
    ));
};

export default ManagePage;
