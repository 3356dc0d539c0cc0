/** What can be done with the selected people of a list; those who only read may still take them along. */
import { AssignMany } from '../accounts';
import { MergeTwo } from '../duplicates';
import { ExportMany } from '../exports';
import { ArchiveMany, PrintMany, useMayWrite } from '../layout';
import { LabelsMany } from '../qrcodes';
import { TagMany } from './TagMany';

export const SelectedPeople = () => (
    <>
        {useMayWrite() ? (
            <>
                <TagMany />
                <AssignMany />
                <ArchiveMany />
                <MergeTwo resource="contacts" />
            </>
        ) : null}
        <ExportMany resource="contacts" />
        <LabelsMany />
        <PrintMany />
    </>
);
