/** What somebody may do, and whose records they see; each choice says what it means. */
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { RadioButtonGroupInput } from 'ra-ui-materialui';
import { ROLES, VISIBILITIES } from './user';

type Choice = { id: string; meaning: string };

const choices = (ids: string[], kind: string): Choice[] => ids.map(id => ({ id, meaning: `crm.${kind}.${id}` }));

const ROLE_CHOICES = choices(ROLES, 'roles');
const VISIBILITY_CHOICES = choices(VISIBILITIES, 'visibilities');

export const RightsInputs = () => (
    <>
        <RadioButtonGroupInput source="role" choices={ROLE_CHOICES} optionText={meaningOf} row={false} helperText={false} sx={roomy} />
        <RadioButtonGroupInput source="visibility" choices={VISIBILITY_CHOICES} optionText={meaningOf} row={false} helperText={false} sx={roomy} />
    </>
);

const roomy = { '& .MuiFormControlLabel-root': { alignItems: 'flex-start', mb: 1 }, '& .MuiRadio-root': { pt: 0.25, pb: 0 } };

const meaningOf = ({ meaning }: Choice) => <Meaning of={meaning} />;

const Meaning = ({ of }: { of: string }) => {
    const translate = useTranslate();
    return (
        <>
            <Typography component="span" sx={{ display: 'block', fontWeight: 600 }}>
                {translate(`${of}.name`)}
            </Typography>
            <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {translate(`${of}.hint`)}
            </Typography>
        </>
    );
};
