/** Walks the address book slice by slice until a screen of pairs is found; further when asked. */
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useNotify } from 'ra-core';
import { useEffect, useState } from 'react';
import { duplicates, type LikelyPair, refusalText, type Twin } from '../api';

const SCREEN = 12;

const keyOf = ({ a, b }: LikelyPair): string => `${a.id} ${b.id}`;

export function usePairs(resource: Twin) {
    const [wanted, setWanted] = useState(SCREEN);
    const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
    const query = useInfiniteQuery({
        queryKey: ['duplicates', resource],
        queryFn: ({ pageParam, signal }) => duplicates.pairs(resource, pageParam, signal),
        initialPageParam: '',
        getNextPageParam: ({ next }) => next,
    });
    const { data, hasNextPage, isFetching, isError, fetchNextPage } = query;
    const found = new Map(data?.pages.flatMap(({ items }) => items).map(pair => [keyOf(pair), pair]));
    const pairs = [...found.values()].filter(pair => !dismissed.has(keyOf(pair)));
    const goOn = hasNextPage && !isFetching && !isError && pairs.length < wanted;
    useEffect(() => {
        if (goOn) void fetchNextPage();
    }, [goOn, fetchNextPage]);
    const hide = (pair: LikelyPair) => setDismissed(before => new Set([...before, keyOf(pair)]));
    const show = (pair: LikelyPair) => setDismissed(before => new Set([...before].filter(key => key !== keyOf(pair))));
    return {
        pairs,
        hide,
        show,
        isFetching,
        error: isFetching ? null : query.error,
        /** Asks again for the slice that did not come. */
        retry: () => void (data ? fetchNextPage() : query.refetch()),
        isOver: !!data && !hasNextPage,
        more: () => setWanted(pairs.length + SCREEN),
    };
}

/** Says of a pair that it is none, and takes that back. */
export function useDismissal({ hide, show }: Pick<ReturnType<typeof usePairs>, 'hide' | 'show'>, told: (pair: LikelyPair, undo: () => void) => void) {
    const notify = useNotify();
    const client = useQueryClient();
    const refuse = (error: unknown) => notify(refusalText(error), { type: 'error' });
    const recall = async (pair: LikelyPair): Promise<void> => {
        try {
            await duplicates.recall(pair);
            show(pair);
            await client.invalidateQueries({ queryKey: ['duplicates'] });
        } catch (error) {
            refuse(error);
        }
    };
    return async (pair: LikelyPair): Promise<void> => {
        try {
            await duplicates.dismiss(pair);
            hide(pair);
            told(pair, () => void recall(pair));
        } catch (error) {
            refuse(error);
        }
    };
}
