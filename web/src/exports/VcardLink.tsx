/** A person as a business card that phones and mail programs take in. */
import ContactPageOutlined from '@mui/icons-material/ContactPageOutlined';
import Button from '@mui/material/Button';
import { useTranslate } from 'ra-core';

export const VcardLink = ({ id }: { id: string }) => {
    const translate = useTranslate();
    return (
        <Button href={`/api/contacts/${encodeURIComponent(id)}/vcard`} download color="inherit" size="small" startIcon={<ContactPageOutlined />}>
            {translate('crm.export.vcard')}
        </Button>
    );
};
