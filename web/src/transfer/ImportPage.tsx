/** Where a file is dropped, named and sent. */
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useTranslate } from 'ra-core';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { ReadOnly, useMayWrite } from '../layout';
import { FileDrop, handover, Page } from '../ui';
import { ChooseFile } from './ChooseFile';
import { EarlierImports } from './EarlierImports';
import { refusalOf } from './import';
import { SendFile } from './SendFile';
import { useSending } from './useSending';

/** Whoever may only read is told so, whatever they drop here. */
const ImportPage = () => (useMayWrite() ? <Import /> : <ReadOnly />);

const Import = () => {
    const translate = useTranslate();
    const navigate = useNavigate();
    const [file, setFile] = useState<File | null>(handover.take);
    const sending = useSending(id => void navigate(`/imports/${id}`));
    const refusal = (file && refusalOf(file)) ?? sending.refusal;
    return (
        <FileDrop onFile={setFile} invitation={translate('crm.import.drop_here')}>
            <Page title={translate('crm.import.title')} width={860}>
                <Typography sx={{ color: 'text.secondary', mb: 2 }}>{translate('crm.import.intro')}</Typography>
                <Box role="alert">{refusal ? <Alert severity="error" sx={{ mb: 2 }}>{translate(refusal)}</Alert> : null}</Box>
                {file && !refusalOf(file) ? <SendFile file={file} sending={sending} onOther={() => setFile(null)} /> : <ChooseFile onFile={setFile} />}
                <EarlierImports />
            </Page>
        </FileDrop>
    );
};

export default ImportPage;
