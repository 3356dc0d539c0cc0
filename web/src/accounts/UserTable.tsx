/** The users as rows that are links, or as cards where that is too wide. */
import { useLocale, useTranslate } from 'ra-core';
import { DataTable } from 'ra-ui-materialui';
import { pathTo, RecordCards, TextColumn } from '../layout';
import { CellLink, ColourDot, oneLineRows, RowLink, rowOfLinks } from '../ui';
import { type Colleague, nameOf, rateToShow } from './user';

type WordsOf = (user: Colleague) => string;

export const UserTable = () => {
    const translate = useTranslate();
    const locale = useLocale();
    const role: WordsOf = user => translate(`crm.roles.${user.role}.name`);
    const visibility: WordsOf = user => translate(`crm.visibilities.${user.visibility}.name`);
    const rate: WordsOf = user => `${rateToShow(user.hourly_rate, locale)}\u00a0€`;
    return (
        <DataTable rowClick={false} bulkActionButtons={false} empty={false} rowSx={() => rowOfLinks} sx={oneLineRows({ 1: 26, 2: 30, 5: 12 })}>
            <DataTable.Col<Colleague> source="last_name" label="resources.users.name_of" disableSort render={user => <Name user={user} />} />
            <TextColumn<Colleague> source="email" disableSort />
            <DataTable.Col<Colleague> source="role" disableSort render={user => <Cell user={user} words={role} />} />
            <DataTable.Col<Colleague> source="visibility" disableSort render={user => <Cell user={user} words={visibility} />} />
            <DataTable.Col<Colleague> source="hourly_rate" align="right" disableSort render={user => <Cell user={user} words={rate} />} />
        </DataTable>
    );
};

const Name = ({ user }: { user: Colleague }) => (
    <RowLink data-row-link to={pathTo('users', user.id)}>
        <ColourDot colour={user.colour} /> {nameOf(user)}
    </RowLink>
);

const Cell = ({ user, words }: { user: Colleague; words: WordsOf }) => <CellLink to={pathTo('users', user.id)}>{words(user)}</CellLink>;

export const UserCards = () => {
    const translate = useTranslate();
    const rights = ({ role, visibility }: Colleague) => [translate(`crm.roles.${role}.name`), translate(`crm.visibilities.${visibility}.name`)];
    return <RecordCards<Colleague> primary={nameOf} secondary={user => [...rights(user), user.email].join(' · ')} />;
};
