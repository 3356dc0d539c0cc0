/** The languages, one click each. */
import Button from '@mui/material/Button';
import { useLocaleState, useTranslate } from 'ra-core';
import { LOCALES } from './useLanguage';

export const LanguageSwitch = () => {
    const translate = useTranslate();
    const [locale, setLocale] = useLocaleState();
    return (
        <div>
            {LOCALES.map(choice => (
                <Button key={choice} size="small" lang={choice} color="inherit" disabled={choice === locale} onClick={() => setLocale(choice)}>
                    {translate(`crm.locales.${choice}`)}
                </Button>
            ))}
        </div>
    );
};
