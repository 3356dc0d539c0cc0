/** Views to open, one's own first, then the team's: real links. */
import ListSubheader from '@mui/material/ListSubheader';
import MenuItem from '@mui/material/MenuItem';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { addressOf, type View } from './view';

type Props = { views: View[]; open: View | undefined };

// Material UI's menu wants its entries as a flat list.
export const ViewLinks = ({ views, open }: Props) => {
    const translate = useTranslate();
    const groups = [
        { title: 'crm.views.mine', some: views.filter(({ mine }) => mine) },
        { title: 'crm.views.team', some: views.filter(({ mine }) => !mine) },
    ].filter(({ some }) => some.length > 0);
    if (groups.length === 0) return <MenuItem disabled>{translate('crm.views.none')}</MenuItem>;
    return groups.map(({ title, some }) => [
        <ListSubheader key={title} role="presentation" sx={{ lineHeight: 2.5 }}>
            {translate(title)}
        </ListSubheader>,
        ...some.map(view => (
            <MenuItem key={view.id} component={Link} to={addressOf(view)} selected={view.id === open?.id}>
                {view.name}
                {view.mine && view.shared ? translate('crm.views.shared_mark') : ''}
            </MenuItem>
        )),
    ]);
};
