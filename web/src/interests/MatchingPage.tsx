/** Matching, both ways: free candidates of a profile at the left, companies that look for it at the right. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link, useSearchParams } from 'react-router-dom';
import { Page } from '../ui';
import { PATH, pathToMatching } from './crossing';
import type { Interest } from './interest';
import { InterestDoors } from './InterestDoors';
import { InterestPicker } from './InterestPicker';
import { MatchingSide } from './MatchingSide';
import { MissingRoles } from './MissingRoles';
import { RolePickers } from './RolePickers';
import { missingRoles, profilesOf, type Roles } from './roles';
import { useInterests } from './useInterests';
import { useRoles } from './useRoles';

const MatchingPage = () => {
    const translate = useTranslate();
    const { interests, isPending } = useInterests();
    const { roles } = useRoles();
    const isReady = !isPending && missingRoles(roles).length === 0;
    return (
        <Page title={translate('crm.interests.matching')} actions={<ToQuery />}>
            <Typography sx={{ color: 'text.secondary', mb: 2, maxWidth: 760 }}>{translate('crm.matching.intro')}</Typography>
            {isPending || isReady ? null : <MissingRoles roles={roles} />}
            {isReady ? <Profile roles={roles} profiles={profilesOf(roles, interests)} /> : null}
            {isPending ? null : <RolePickers />}
        </Page>
    );
};

const ToQuery = () => {
    const translate = useTranslate();
    return (
        <Button component={Link} to={PATH} variant="outlined">
            {translate('crm.interests.query')}
        </Button>
    );
};

const Profile = ({ roles, profiles }: { roles: Roles; profiles: Interest[] }) => {
    const translate = useTranslate();
    const [query, setQuery] = useSearchParams();
    const profile = profiles.find(({ id }) => id === query.get('profile')) ?? null;
    if (profiles.length === 0) return <Alert severity="info" sx={{ mb: 2 }}>{translate('crm.matching.no_profile')}</Alert>;
    return (
        <>
            <Box sx={{ maxWidth: 420, mb: 2 }}>
                <InterestPicker
                    label={translate('crm.matching.profile')}
                    options={profiles}
                    value={profile}
                    onChange={chosen => setQuery(chosen ? { profile: chosen.id } : {})}
                />
            </Box>
            <Box sx={{ mb: 2 }}>{profile ? <Both roles={roles} profile={profile} /> : <InterestDoors interests={profiles} pathTo={pathToMatching} />}</Box>
        </>
    );
};

const Both = ({ roles, profile }: { roles: Roles; profile: Interest }) => (
    <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        {roles.free ? <MatchingSide side="candidates" role={roles.free} profile={profile} /> : null}
        {roles.looking ? <MatchingSide side="companies" role={roles.looking} profile={profile} /> : null}
    </Box>
);

export default MatchingPage;
