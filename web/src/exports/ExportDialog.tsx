/** For whom the list is written, then how far the writing is, and the file. */
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useTranslate } from 'ra-core';
import { useId, useState } from 'react';
import type { Manner, Source } from './export';
import { ExportProgress } from './ExportProgress';
import { MannerChoice } from './MannerChoice';
import { useExport } from './useExport';

type Props = { source: Source; onClose: () => void };

export const ExportDialog = ({ source, onClose }: Props) => {
    const translate = useTranslate();
    const heading = useId();
    const [manner, setManner] = useState<Manner>('utf8');
    const { begun, current, refusal, start } = useExport();
    return (
        <Dialog open maxWidth="xs" fullWidth onClose={onClose} aria-labelledby={heading}>
            <DialogTitle id={heading}>{translate(`crm.export.title_${source.resource}`)}</DialogTitle>
            <DialogContent>
                {refusal ? <Alert severity="error" sx={{ mb: 2 }}>{translate(refusal)}</Alert> : null}
                {begun ? <ExportProgress current={current} /> : <MannerChoice source={source} value={manner} onChange={setManner} />}
            </DialogContent>
            <DialogActions sx={{ p: 2, flexWrap: 'wrap' }}>
                <Button color="inherit" onClick={onClose}>
                    {translate(begun ? 'crm.action.close' : 'ra.action.cancel')}
                </Button>
                {begun ? null : (
                    <Button variant="contained" autoFocus onClick={() => void start(source, manner)}>
                        {translate('crm.export.start')}
                    </Button>
                )}
            </DialogActions>
        </Dialog>
    );
};
