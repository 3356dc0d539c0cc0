/** The likely pairs of the whole address book, side by side: merged, or called two different records. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useCloseNotification, useNotify, useTranslate } from 'ra-core';
import { useSearchParams } from 'react-router-dom';
import { refusalText, type Twin } from '../api';
import { Page } from '../ui';
import { PairCard } from './PairCard';
import { useDismissal, usePairs } from './usePairs';

const KINDS: Twin[] = ['contacts', 'companies'];

const PairsPage = () => {
    const translate = useTranslate();
    const [query, setQuery] = useSearchParams();
    const resource: Twin = query.get('resource') === 'companies' ? 'companies' : 'contacts';
    return (
        <Page title={translate('crm.duplicates.title')} width={1080}>
            <Typography sx={{ color: 'text.secondary', mb: 1.5 }}>{translate('crm.duplicates.intro')}</Typography>
            <Tabs value={resource} onChange={(_, kind: Twin) => setQuery({ resource: kind })} aria-label={translate('crm.duplicates.title')} sx={{ mb: 2, borderBottom: 1, borderColor: 'divider' }}>
                {KINDS.map(kind => (
                    <Tab key={kind} value={kind} label={translate(`resources.${kind}.name`, { smart_count: 2 })} />
                ))}
            </Tabs>
            <Pairs key={resource} resource={resource} />
        </Page>
    );
};

const Pairs = ({ resource }: { resource: Twin }) => {
    const translate = useTranslate();
    const notify = useNotify();
    const found = usePairs(resource);
    const dismiss = useDismissal(found, (_, undo) => notify(<Dismissed undo={undo} />, { autoHideDuration: 10_000 }));
    const { pairs, isFetching, isOver, error } = found;
    return (
        <>
            <Box component="ul" aria-label={translate('crm.duplicates.title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
                {pairs.map(pair => (
                    <PairCard key={`${pair.a.id} ${pair.b.id}`} pair={pair} onDismiss={() => void dismiss(pair)} />
                ))}
            </Box>
            <Box role="status" sx={{ mt: 2, minHeight: 48 }}>
                {isFetching ? (
                    <>
                        <Typography sx={{ color: 'text.secondary', mb: 1 }}>{translate('crm.duplicates.looking')}</Typography>
                        <LinearProgress />
                    </>
                ) : null}
                {isOver && !isFetching ? <Over none={pairs.length === 0} /> : null}
            </Box>
            {error ? <Failed error={error} retry={found.retry} /> : null}
            {!isOver && !isFetching && !error ? (
                <Button variant="outlined" onClick={found.more}>
                    {translate('crm.duplicates.more')}
                </Button>
            ) : null}
        </>
    );
};

const Over = ({ none }: { none: boolean }) => {
    const translate = useTranslate();
    return none ? <Alert severity="success">{translate('crm.duplicates.none')}</Alert> : <Typography sx={{ color: 'text.secondary' }}>{translate('crm.duplicates.over')}</Typography>;
};

const Failed = ({ error, retry }: { error: unknown; retry: () => void }) => {
    const translate = useTranslate();
    const text = refusalText(error);
    return (
        <Alert severity="error" action={<Button color="inherit" onClick={retry}>{translate('crm.duplicates.retry')}</Button>}>
            {translate(text, { _: text })}
        </Alert>
    );
};

const Dismissed = ({ undo }: { undo: () => void }) => {
    const translate = useTranslate();
    const close = useCloseNotification();
    const undoAndClose = () => {
        undo();
        close?.();
    };
    return (
        <Alert severity="success" variant="filled" action={<Button color="inherit" size="small" onClick={undoAndClose}>{translate('crm.action.undo')}</Button>}>
            {translate('crm.duplicates.dismissed')}
        </Alert>
    );
};

export default PairsPage;
