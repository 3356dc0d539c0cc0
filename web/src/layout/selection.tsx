/** Whether somebody is selecting in the list on the page: on a phone its cards then have boxes instead of links. */
import { createContext, type ReactNode, useContext, useState } from 'react';

type Selecting = { selecting: boolean; setSelecting: (selecting: boolean) => void };

const Context = createContext<Selecting>({ selecting: false, setSelecting: () => undefined });

export const SelectingProvider = ({ children }: { children: ReactNode }) => {
    const [selecting, setSelecting] = useState(false);
    return <Context.Provider value={{ selecting, setSelecting }}>{children}</Context.Provider>;
};

export const useSelecting = (): Selecting => useContext(Context);
