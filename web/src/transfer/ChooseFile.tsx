/** The place a file falls on, and a button for those who would rather look for it. */
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { visuallyHidden } from '@mui/utils';
import { useTranslate } from 'ra-core';

export const ChooseFile = ({ onFile }: { onFile: (file: File) => void }) => {
    const translate = useTranslate();
    return (
        <Card sx={{ borderStyle: 'dashed', borderWidth: 2, p: { xs: 3, sm: 6 }, display: 'grid', justifyItems: 'center', gap: 1, textAlign: 'center' }}>
            <UploadFileOutlined color="primary" sx={{ fontSize: 48 }} />
            <Typography variant="h2" component="p">
                {translate('crm.import.drop')}
            </Typography>
            <Typography sx={{ color: 'text.secondary' }}>{translate('crm.import.or')}</Typography>
            <Button component="label" variant="contained">
                {translate('crm.import.choose')}
                <input type="file" accept=".csv,.txt,text/csv" style={visuallyHidden} onChange={event => event.target.files?.[0] && onFile(event.target.files[0])} />
            </Button>
        </Card>
    );
};
