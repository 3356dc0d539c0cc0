/** A mailed link opened where somebody is signed in: they are asked to leave first, and lose nothing unasked. */
import Button from '@mui/material/Button';
import { useLogout, useTranslate } from 'ra-core';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router-dom';
import { session } from '../api';
import { Porch } from './Porch';
import { nameOf } from './user';

export const StrangerGate = ({ children }: { children: ReactNode }) => {
    const translate = useTranslate();
    const logout = useLogout();
    // Read once: whoever comes in by this very link is no stranger to it.
    const [here, setHere] = useState(() => session.state().current);
    if (!here) return children;
    const leave = async () => {
        await logout({}, false);
        setHere(null);
    };
    return (
        <Porch title="crm.links.somebody" hint="crm.links.somebody_hint" about={{ name: nameOf(here.user), email: here.user.email }}>
            <Button variant="contained" onClick={() => void leave()}>
                {translate('crm.links.leave')}
            </Button>
            <Button component={Link} to="/" variant="outlined" color="inherit">
                {translate('crm.links.stay')}
            </Button>
        </Porch>
    );
};
