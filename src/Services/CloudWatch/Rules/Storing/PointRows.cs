using Orrery.Kernel.Calls;
using Orrery.Services.CloudWatch.Records;
using Orrery.Services.CloudWatch.Rules.Statistics;

namespace Orrery.Services.CloudWatch.Rules.Storing;

/// <summary>Writes and moves rows of points. Roll-up adds buckets; it changes no sum and no count.</summary>
internal static class PointRows
{
    /// <summary>Adds buckets of one stream to the rows of a resolution.</summary>
    public static void Add(Call call, long stream, Resolution resolution, IEnumerable<Bucket> buckets)
    {
        foreach (var row in buckets.GroupBy(bucket => PointKeys.BlockOf(resolution, bucket.Second)))
        {
            var begin = row.Key * resolution.Span;
            var key = PointKeys.Of(stream, resolution, begin);
            var all = new SortedDictionary<long, Bucket>();
            if (call.Read(MetricTables.Points).Find(key) is { } old)
            {
                var values = call.Read(MetricTables.Distributions).Find(key);
                foreach (var bucket in PointsCodec.Read(old.Data, values?.Data, begin))
                    all.Add(bucket.Second, bucket);
            }

            foreach (var bucket in row)
            {
                var second = bucket.Second - (bucket.Second % resolution.Seconds);
                if (!all.TryGetValue(second, out var sum)) all.Add(second, sum = new(second));
                sum.Add(bucket);
            }

            Put(call, key, [.. all.Values], begin, resolution);
        }
    }

    /// <summary>Moves rows whose time in a resolution is over into the next, or forgets them.</summary>
    /// <returns>When the first row that is left has to move; null where none is left.</returns>
    public static DateTimeOffset? RollUp(Call call, long stream)
    {
        DateTimeOffset? next = null;
        foreach (var resolution in Resolution.All)
        {
            foreach (var key in Keys(call, stream, resolution))
            {
                var begin = PointKeys.BeginOf(key, resolution);
                var due = DateTimeOffset.FromUnixTimeSeconds(begin + resolution.Span) + resolution.Kept;
                if (due > call.Now)
                {
                    next = next < due ? next : due;
                    break;
                }

                Move(call, stream, resolution, key);
            }
        }

        return next;
    }

    private static List<PointsKey> Keys(ReadCall call, long stream, Resolution resolution)
    {
        var last = call.Now.ToUnixTimeSeconds() - (long)resolution.Kept.TotalSeconds;
        return
        [
            .. call.Read(MetricTables.Points).From(PointKeys.Of(stream, resolution, 0))
                .Select(row => row.Key)
                .TakeWhile(key => PointKeys.IsOf(key, stream, resolution))
                .TakeWhileAndOne(key => PointKeys.BeginOf(key, resolution) <= last),
        ];
    }

    /// <summary>Those that pass, and the first that does not.</summary>
    private static IEnumerable<PointsKey> TakeWhileAndOne(this IEnumerable<PointsKey> keys, Func<PointsKey, bool> pass)
    {
        foreach (var key in keys)
        {
            yield return key;
            if (!pass(key)) yield break;
        }
    }

    private static void Move(Call call, long stream, Resolution resolution, PointsKey key)
    {
        var begin = PointKeys.BeginOf(key, resolution);
        if (resolution.Next is { } coarser)
        {
            var data = call.Read(MetricTables.Points).Find(key)!.Data;
            var values = call.Read(MetricTables.Distributions).Find(key)?.Data;
            Add(call, stream, coarser, PointsCodec.Read(data, values, begin));
        }

        call.Write(MetricTables.Points).Remove(key);
        call.Write(MetricTables.Distributions).Remove(key);
    }

    private static void Put(Call call, PointsKey key, List<Bucket> buckets, long begin, Resolution resolution)
    {
        foreach (var bucket in buckets)
            bucket.Condense(resolution.Values);
        call.Write(MetricTables.Points).Put(new(key, PointsCodec.Pack(buckets, begin)));
        if (PointsCodec.PackValues(buckets) is { } values)
            call.Write(MetricTables.Distributions).Put(new(key, values));
    }
}
