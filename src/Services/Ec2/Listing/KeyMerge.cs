namespace Orrery.Services.Ec2.Listing;

/// <summary>Puts sequences together that are ordered by key, reading no further than is asked.</summary>
internal static class KeyMerge
{
    /// <summary>The records of all sequences in the order of keys, each key once.</summary>
    public static IEnumerable<T> Of<T>(IReadOnlyList<IEnumerable<T>> sequences, Func<T, string> key) =>
        sequences is [var only] ? only : Merged(sequences, key);

    private static IEnumerable<T> Merged<T>(IReadOnlyList<IEnumerable<T>> sequences, Func<T, string> key)
    {
        var open = new PriorityQueue<IEnumerator<T>, string>(StringComparer.Ordinal);
        foreach (var sequence in sequences)
        {
            Queue(sequence.GetEnumerator());
        }

        string? last = null;
        while (open.TryDequeue(out var next, out var at))
        {
            if (at != last)
            {
                yield return next.Current;
            }

            last = at;
            Queue(next);
        }

        void Queue(IEnumerator<T> sequence)
        {
            if (sequence.MoveNext())
            {
                open.Enqueue(sequence, key(sequence.Current));
            }
            else
            {
                sequence.Dispose();
            }
        }
    }
}
