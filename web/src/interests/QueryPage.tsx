/** The binoculars: who has all of these interests, at least one of those, none of the others; with their companies and phones. */
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link, useLocation } from 'react-router-dom';
import { OpenView, useIsAdmin } from '../layout';
import { Page } from '../ui';
import { crossingIn, isAsked, MANAGE, MATCHING } from './crossing';
import { CrossingPickers } from './CrossingPickers';
import { NoInterests } from './NoInterests';
import { OnlyCompany } from './OnlyCompany';
import { PeopleFound } from './PeopleFound';
import { QueryStart } from './QueryStart';
import { useInterests } from './useInterests';

/** A saved query is a view, opened by its short address. */
const QueryPage = () => (
    <OpenView>
        <Query />
    </OpenView>
);

const Query = () => {
    const translate = useTranslate();
    const { search } = useLocation();
    const { interests, isPending } = useInterests();
    const crossing = crossingIn(search);
    const isEmpty = !isPending && interests.length === 0 && !isAsked(crossing);
    return (
        <Page title={translate('crm.interests.title')} actions={isEmpty ? null : <Elsewhere />}>
            {isEmpty ? (
                <NoInterests begin />
            ) : (
                <>
                    <OnlyCompany crossing={crossing} />
                    <CrossingPickers crossing={crossing} />
                    {isAsked(crossing) ? <PeopleFound /> : <QueryStart crossing={crossing} />}
                </>
            )}
        </Page>
    );
};

const Elsewhere = () => {
    const translate = useTranslate();
    const isAdmin = useIsAdmin();
    return (
        <>
            <Button component={Link} to={MATCHING} variant="outlined">
                {translate('crm.interests.matching')}
            </Button>
            {isAdmin ? (
                <Button component={Link} to={MANAGE} color="inherit">
                    {translate('crm.interests.manage')}
                </Button>
            ) : null}
        </>
    );
};

export default QueryPage;
