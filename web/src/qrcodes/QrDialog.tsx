/** The code of a record, large enough for a phone: of its page or, for a person, of their business card. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { kindsOf, pathToLabels, recordCode, type RecordKind, type Resource } from './code';
import { CodeActions } from './CodeActions';
import { QrImage } from './QrImage';

type Props = { resource: Resource; id: string; name: string; onClose: () => void };

export const QrDialog = ({ resource, id, name, onClose }: Props) => {
    const translate = useTranslate();
    const heading = useId();
    const [kind, setKind] = useState<RecordKind>('record');
    const src = recordCode(resource, id, kind);
    return (
        <Dialog open onClose={onClose} aria-labelledby={heading}>
            <DialogTitle id={heading}>{translate('crm.qr.of', { name })}</DialogTitle>
            <DialogContent>
                <Box sx={{ display: 'grid', justifyItems: 'center', gap: 2 }}>
                    <Kinds resource={resource} kind={kind} onChoose={setKind} />
                    <QrImage src={src} label={translate('crm.qr.of', { name })} side={280} sx={{ borderRadius: 1 }} />
                    <Typography color="text.secondary" sx={{ maxWidth: 340, textAlign: 'center' }}>
                        {translate(`crm.qr.about_${kind}`)}
                    </Typography>
                </Box>
            </DialogContent>
            <DialogActions sx={{ flexWrap: 'wrap', gap: 0.5 }}>
                <Button color="inherit" onClick={onClose}>
                    {translate('crm.action.close')}
                </Button>
                <Button color="inherit" component={Link} to={pathToLabels(resource, [id])}>
                    {translate('crm.qr.labels')}
                </Button>
                <CodeActions src={src} name={name} />
            </DialogActions>
        </Dialog>
    );
};

const Kinds = ({ resource, kind, onChoose }: { resource: Resource; kind: RecordKind; onChoose: (kind: RecordKind) => void }) => {
    const translate = useTranslate();
    const kinds = kindsOf(resource);
    if (kinds.length < 2) return null;
    return (
        <ToggleButtonGroup exclusive size="small" aria-label={translate('crm.qr.kind')} value={kind} onChange={(_, chosen: RecordKind | null) => chosen && onChoose(chosen)}>
            {kinds.map(one => (
                <ToggleButton key={one} value={one}>
                    {translate(`crm.qr.kind_${one}`)}
                </ToggleButton>
            ))}
        </ToggleButtonGroup>
    );
};
