/** A position is added or corrected over the page of one of its ends. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import type { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { Form, ResourceContextProvider, useTranslate } from 'ra-core';
import { useId } from 'react';
import { Conflict, Fields, saveByKey, SaveNow, useSeesAll } from '../layout';
import { CompanyPicker } from './CompanyPicker';
import { PersonInputs } from './PersonInputs';
import { checkPosition, type End, type Position } from './position';
import { PositionInputs } from './PositionInputs';
import { usePositionSave } from './usePositionSave';

type Props = { of: End; owner: { id: string; name: string }; /** Nothing for a new one. */ position?: Position; onClose: () => void };

export const PositionDialog = ({ of, owner, position, onClose }: Props) => {
    const translate = useTranslate();
    const title = useId();
    const phone = useMediaQuery<Theme>(theme => theme.breakpoints.down('sm'));
    const { save, clash, setClash, finish } = usePositionSave(position, onClose);
    const start = position ?? { [`${of}_id`]: owner.id };
    const name = translate(position ? 'crm.positions.edit' : `crm.positions.add_to_${of}`, { name: owner.name });
    return (
        // A click beside the dialog must not throw away what was typed.
        <Dialog open fullWidth fullScreen={phone} onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()} aria-labelledby={title}>
            <ResourceContextProvider value="positions">
                <Form record={start} onSubmit={save} validate={checkOf(of, position)} noValidate>
                    <DialogTitle id={title}>{name}</DialogTitle>
                    <DialogContent onKeyDown={saveByKey} sx={{ '&&': { pt: 1 } }}>
                        <Fields>
                            <Ends of={of} position={position} />
                            <PositionInputs />
                        </Fields>
                    </DialogContent>
                    <DialogActions sx={{ px: 3, pb: 2.5 }}>
                        <Button color="inherit" onClick={onClose}>
                            {translate('ra.action.cancel')}
                        </Button>
                        <SaveNow />
                    </DialogActions>
                </Form>
            </ResourceContextProvider>
            {clash ? <Conflict resource="positions" clash={clash} onSaved={record => void finish(record as Position)} onContinue={() => setClash(null)} onClash={setClash} /> : null}
        </Dialog>
    );
};

/** A position stays with its person; the company may turn out to be another one. */
const Ends = ({ of, position }: Pick<Props, 'of' | 'position'>) => {
    const seesAll = useSeesAll();
    if (of === 'company') return position ? null : <PersonInputs />;
    // A colleague's company is not in the list of who sees only their own, but its name stands in the position.
    return <CompanyPicker helperText={seesAll ? undefined : position?.company} source="company_id" label="resources.positions.fields.company_id" isRequired first={!position} className="wide" />;
};

type Values = Record<string, unknown>;

const checkOf = (of: End, position: Position | undefined) => (values: Values) => {
    const errors = checkPosition(values);
    if (of === 'company' && !position && !values.is_new && !values.contact_id) errors.contact_id = 'crm.checks.person';
    if (values.is_new && !String(values.last_name ?? '').trim()) errors.last_name = 'crm.checks.required';
    return errors;
};
