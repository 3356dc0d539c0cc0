/** The place a file falls on, and a button for those who would rather look for it. */
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { type ChangeEvent, useRef } from 'react';

export const ChooseFile = ({ onFile }: { onFile: (file: File) => void }) => {
    const translate = useTranslate();
    const chooser = useRef<HTMLInputElement>(null);
    const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
        if (target.files?.[0]) onFile(target.files[0]);
    };
    return (
        <Card sx={{ borderStyle: 'dashed', borderWidth: 2, p: { xs: 3, sm: 6 }, display: 'grid', justifyItems: 'center', gap: 1, textAlign: 'center' }}>
            <UploadFileOutlined color="primary" sx={{ fontSize: 48 }} />
            <Typography variant="h2" component="p">
                {translate('crm.import.drop')}
            </Typography>
            <Typography sx={{ color: 'text.secondary' }}>{translate('crm.import.or')}</Typography>
            <Button variant="contained" onClick={() => chooser.current?.click()}>
                {translate('crm.import.choose')}
            </Button>
            <input ref={chooser} hidden type="file" accept=".csv,.txt,.vcf,text/csv,text/vcard" aria-label={translate('crm.import.choose')} onChange={choose} />
        </Card>
    );
};
