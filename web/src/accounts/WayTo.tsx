/** A line under a door that leads to another one. */
import Link from '@mui/material/Link';
import { useTranslate } from 'ra-core';
import { Link as RouterLink } from 'react-router-dom';

type Props = { to: string; label: string; /** Asked before the link. */ question?: string };

export const WayTo = ({ to, label, question }: Props) => {
    const translate = useTranslate();
    return (
        <>
            {question ? `${translate(question)} ` : null}
            <Link component={RouterLink} to={to} underline="always">
                {translate(label)}
            </Link>
        </>
    );
};

export const WayToSignIn = () => <WayTo to="/login" label="crm.account.sign_in" question="crm.account.have_account" />;
