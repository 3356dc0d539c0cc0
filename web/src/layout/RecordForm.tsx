/** A form of one record: sections, a bar with "save" that stays in sight, and Ctrl+Enter. */
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Typography from '@mui/material/Typography';
import { Form, useTranslate } from 'ra-core';
import type { ReactNode } from 'react';
import type { FieldValues } from 'react-hook-form';
import { Link } from 'react-router-dom';
import { FaultyField } from './FaultyField';
import { saveByKey } from './saveByKey';
import { SaveNow } from './SaveNow';

type Props = {
    children: ReactNode;
    /** Where "cancel" leads. */
    cancel: string;
    /** Errors by field, as keys of i18n; fields of fields have a tree of their own. */
    validate?: (values: FieldValues) => Record<string, unknown>;
    defaultValues?: FieldValues;
    /** Another way to save, beside the first. */
    more?: ReactNode;
};

export const RecordForm = ({ children, cancel, validate, defaultValues, more }: Props) => (
    <Box onKeyDown={saveByKey}>
        <Form validate={validate} defaultValues={defaultValues} warnWhenUnsavedChanges noValidate>
            <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>{children}</Box>
            <SaveBar cancel={cancel} more={more} />
            <FaultyField />
        </Form>
    </Box>
);

const SaveBar = ({ cancel, more }: Pick<Props, 'cancel' | 'more'>) => {
    const translate = useTranslate();
    return (
        <Paper
            elevation={6}
            sx={{ position: 'sticky', bottom: { xs: 72, sm: 12 }, zIndex: 3, mt: 2, p: 1.25, display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}
        >
            <SaveNow sx={{ order: { xs: -1, sm: 0 } }} />
            {more}
            <Button component={Link} to={cancel} color="inherit" sx={{ order: { xs: -1, sm: 0 } }}>
                {translate('ra.action.cancel')}
            </Button>
            <Typography variant="caption" sx={{ color: 'text.secondary', ml: 'auto', display: { xs: 'none', sm: 'block' } }}>
                {translate('crm.record.shortcut')}
            </Typography>
        </Paper>
    );
};

/** Fields in two columns where there is room, in one on a phone. */
export const Fields = ({ children }: { children: ReactNode }) => (
    <Box
        sx={{
            display: 'grid',
            columnGap: 2,
            alignItems: 'start',
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: 'repeat(2, minmax(0, 1fr))' },
            '& .wide': { gridColumn: { sm: '1 / -1' } },
        }}
    >
        {children}
    </Box>
);
