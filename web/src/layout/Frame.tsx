/** The frame around every page: bar above, menu at the left, and on a phone a bar below. */
import Box from '@mui/material/Box';
import { useLocale } from 'ra-core';
import { Layout } from 'ra-ui-materialui';
import { type ComponentType, type ReactNode, useEffect } from 'react';
import { BottomBar } from './BottomBar';
import { Crash } from './Crash';
import { MassProgress } from './MassProgress';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';

const Nothing = () => null;

/** The frame, with what features have in its bar: the frame itself knows none. */
export function frameWith({ AccountMenu, SearchDoor }: { AccountMenu: ComponentType; SearchDoor: ComponentType }) {
    const Bar = () => <TopBar accountMenu={<AccountMenu />} searchDoor={<SearchDoor />} />;
    return ({ children }: { children: ReactNode }) => (
        <Layout appBar={Bar} sidebar={SideMenu} menu={Nothing} error={Crash}>
            <Language />
            <Box sx={{ pb: { xs: '72px', sm: 0 }, '@media print': { pb: 0 } }}>{children}</Box>
            <MassProgress />
            <BottomBar />
        </Layout>
    );
}

const Language = () => {
    const locale = useLocale();
    useEffect(() => {
        document.documentElement.lang = locale;
    }, [locale]);
    return null;
};
