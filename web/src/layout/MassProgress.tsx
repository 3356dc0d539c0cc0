/** How far an action on many has come; then what it could not be done to, and why. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import LinearProgress from '@mui/material/LinearProgress';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemText from '@mui/material/ListItemText';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { Link } from 'react-router-dom';
import { useFormat } from '../i18n';
import { type MassRun, massRun, useMassRun } from './massRun';
import { pathTo } from './paths';
import { RecordName } from './RecordName';

/** What fits one request is done before a dialog could be read. */
const WORTH_WATCHING = 50;

/** So many reasons are read by nobody at once. */
const SHOWN = 100;

export const MassProgress = () => {
    const { running, failures } = useMassRun();
    if (failures) return <Failures {...failures} />;
    return running && running.total > WORTH_WATCHING ? <Running {...running} /> : null;
};

const Running = ({ through, total, stop }: NonNullable<MassRun['running']>) => {
    const translate = useTranslate();
    const format = useFormat();
    return (
        <Dialog open fullWidth maxWidth="xs" aria-labelledby="mass-progress">
            <DialogTitle id="mass-progress">{translate('crm.mass.running')}</DialogTitle>
            <DialogContent>
                <LinearProgress variant="determinate" value={(100 * through) / total} aria-labelledby="mass-progress" />
                <Typography sx={{ mt: 1, color: 'text.secondary' }}>
                    {translate('crm.mass.through', { through: format.number(through), total: format.number(total) })}
                </Typography>
            </DialogContent>
            <DialogActions>
                <Button color="inherit" onClick={stop}>
                    {translate('crm.mass.stop')}
                </Button>
            </DialogActions>
        </Dialog>
    );
};

const Failures = ({ resource, failed }: NonNullable<MassRun['failures']>) => {
    const translate = useTranslate();
    return (
        <Dialog open fullWidth maxWidth="sm" onClose={massRun.close} aria-labelledby="mass-failures">
            <DialogTitle id="mass-failures">{translate('crm.mass.failed', { smart_count: failed.length })}</DialogTitle>
            <DialogContent dividers>
                <List dense disablePadding>
                    {failed.slice(0, SHOWN).map(({ id, detail }) => (
                        <ListItem key={id} disableGutters>
                            <ListItemText
                                primary={
                                    <Link to={pathTo(resource, id)} onClick={massRun.close}>
                                        <RecordName resource={resource} id={String(id)} />
                                    </Link>
                                }
                                secondary={translate(detail, { _: detail })}
                            />
                        </ListItem>
                    ))}
                </List>
            </DialogContent>
            <DialogActions>
                <Button onClick={massRun.close}>{translate('crm.action.close')}</Button>
            </DialogActions>
        </Dialog>
    );
};
