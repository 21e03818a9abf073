using Orrery.Services.CloudWatch.Rules.Statistics;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>
/// Packs the buckets of a row. A bucket of one value is that value; one of equal values is count and value; all others
/// have their distribution in a row beside, so that sums over a year need not read it. Persisted: never change it.
/// </summary>
internal static class PointsCodec
{
    private const byte One = 0;
    private const byte Equal = 1;
    private const byte Spread = 2;
    private const byte Hidden = 3;

    /// <summary>Packs the statistic sets; the buckets are in order.</summary>
    public static byte[] Pack(IReadOnlyList<Bucket> buckets, long begin)
    {
        var pack = new PackWriter();
        foreach (var bucket in buckets)
        {
            pack.Whole(bucket.Second - begin);
            PackSet(pack, bucket);
        }

        return pack.ToArray();
    }

    /// <summary>Packs the distributions of those that have more than one value; null where none has.</summary>
    public static byte[]? PackValues(IReadOnlyList<Bucket> buckets)
    {
        var pack = new PackWriter();
        foreach (var bucket in buckets)
        {
            if (KindOf(bucket) == Spread) PackValues(pack, bucket);
        }

        return pack.Length == 0 ? null : pack.ToArray();
    }

    /// <summary>Reads a row back.</summary>
    /// <param name="data">The statistic sets.</param>
    /// <param name="values">The distributions; null where there are none.</param>
    /// <param name="begin">The beginning of the row's interval.</param>
    public static List<Bucket> Read(byte[] data, byte[]? values, long begin)
    {
        var reader = new PackReader(data);
        var valueReader = new PackReader(values);
        var buckets = new List<Bucket>();
        while (!reader.IsAtEnd)
        {
            var bucket = new Bucket(begin + reader.Whole());
            if (ReadSet(ref reader, bucket) == Spread && values is not null) ReadValues(ref valueReader, bucket);
            buckets.Add(bucket);
        }

        return buckets;
    }

    /// <summary>Reads a row into buckets that may hold more: no bucket is made for each of its own.</summary>
    /// <param name="data">The statistic sets.</param>
    /// <param name="values">The distributions; null where there are none.</param>
    /// <param name="begin">The beginning of the row's interval.</param>
    /// <param name="into">The bucket for what was measured at a second; null where it does not count.</param>
    public static void ReadInto(byte[] data, byte[]? values, long begin, Func<long, Bucket?> into)
    {
        var reader = new PackReader(data);
        var valueReader = new PackReader(values);
        while (!reader.IsAtEnd)
        {
            var second = begin + reader.Whole();
            var bucket = into(second) ?? new Bucket(second);
            if (ReadSet(ref reader, bucket) == Spread && values is not null) ReadValues(ref valueReader, bucket);
        }
    }

    /// <summary>Reads the statistic sets of a row, without distributions: several times as fast.</summary>
    public static void ReadSets(byte[] data, long begin, Action<long, StatisticSums> take)
    {
        var reader = new PackReader(data);
        while (!reader.IsAtEnd)
        {
            var second = begin + reader.Whole();
            var kind = reader.Byte();
            if (kind == One)
            {
                var value = reader.Number();
                take(second, new(1, value, value, value));
                continue;
            }

            var (count, sum, minimum) = (reader.Count(), reader.Number(), reader.Number());
            take(second, new(count, sum, minimum, kind == Equal ? minimum : reader.Number()));
        }
    }

    /// <summary>Packs the statistic set of one bucket.</summary>
    public static void PackSet(PackWriter pack, Bucket bucket)
    {
        var kind = KindOf(bucket);
        pack.Byte(kind);
        if (kind == One)
        {
            pack.Number(bucket.Sum);
            return;
        }

        pack.Count(bucket.Count);
        pack.Number(bucket.Sum);
        pack.Number(bucket.Minimum);
        if (kind != Equal) pack.Number(bucket.Maximum);
    }

    /// <summary>Packs the distribution of one bucket.</summary>
    public static void PackValues(PackWriter pack, Bucket bucket)
    {
        pack.Whole(bucket.Values.Count);
        foreach (var (value, weight) in bucket.Values)
        {
            pack.Number(value);
            pack.Count(weight);
        }
    }

    /// <summary>Reads the statistic set of one bucket.</summary>
    /// <returns>The kind of bucket.</returns>
    public static byte ReadSet(ref PackReader reader, Bucket bucket)
    {
        var kind = reader.Byte();
        if (kind == One)
        {
            bucket.Add(reader.Number(), 1);
            return kind;
        }

        var (count, sum, minimum) = (reader.Count(), reader.Number(), reader.Number());
        if (kind == Equal)
            bucket.AddSet(count, sum, minimum, minimum);
        else
            bucket.AddHidden(count, sum, minimum, reader.Number());
        if (kind == Hidden) bucket.Hide();
        return kind;
    }

    /// <summary>Reads the distribution of one bucket.</summary>
    public static void ReadValues(ref PackReader reader, Bucket bucket)
    {
        var left = reader.Whole();
        bucket.Expect((int)left);
        for (; left > 0; left--)
            bucket.Know(reader.Number(), reader.Count());
    }

    /// <summary>Whether a bucket's distribution is kept beside its statistic set.</summary>
    public static bool IsSpread(byte kind) => kind == Spread;

    private static byte KindOf(Bucket bucket) =>
        bucket.Count == 1 && bucket.Minimum == bucket.Maximum && bucket.Sum == bucket.Minimum ? One
        : bucket.Minimum == bucket.Maximum ? Equal
        : bucket.IsWhole ? Spread
        : Hidden;
}
