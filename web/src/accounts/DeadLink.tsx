/** A mailed link that opens nothing any more, and what to do about it. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { statusOf } from '../api';
import { Porch } from './Porch';
import { WayToSignIn } from './WayTo';

type Props = {
    error: unknown;
    /** What to do, in a sentence. */
    advice: string;
    /** Where a new link can be asked for, if anywhere. */
    again?: string;
};

export const DeadLink = ({ error, advice, again }: Props) => {
    const translate = useTranslate();
    const isDead = statusOf(error) === 410;
    return (
        <Porch title={isDead ? 'crm.links.dead' : 'crm.links.failed'} hint={isDead ? advice : 'crm.links.failed_hint'} other={<WayToSignIn />}>
            <Alert severity={isDead ? 'warning' : 'error'}>{translate((error as Error).message)}</Alert>
            {isDead && again ? (
                <Button component={Link} to={again} variant="contained">
                    {translate('crm.links.again')}
                </Button>
            ) : null}
        </Porch>
    );
};
