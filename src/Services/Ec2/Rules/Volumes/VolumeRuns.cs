using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Loads;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Volumes;

/// <summary>
/// What volumes did and will do, as one call sees it: while an instance that has it runs, a volume is written to at its
/// steady rate, and the root volume also serves the reads and writes of the instance's load. The bucket of gp2 holds
/// 5.4 million operations, fills at the baseline and lets the volume do 3,000 a second. Source: Amazon EBS User Guide,
/// "Amazon EBS General Purpose SSD volumes".
/// </summary>
internal sealed class VolumeRuns(ReadCall call)
{
    private const double Bucket = 5_400_000;
    private const int BurstIops = 3000;
    private const double Second = 60;
    private const double MinutesPerHour = 60;
    private const double Mib = 1L << 20;
    private readonly Runs _runs = new(call);

    /// <summary>The minutes in which it was had by instances that ran, from one (included) to another (not).</summary>
    public IEnumerable<VolumeMinute> Read(VolumeRecord volume, long from, long to)
    {
        // The bucket follows from all that was before.
        var first = volume.Type == VolumeType.Gp2 || volume.Past.Any(s => s.Type == VolumeType.Gp2)
            ? Minutes.Of(volume.CreateTime)
            : from;
        var (balance, next) = (Bucket, first);
        foreach (var minute in Merged(volume, Math.Min(first, from), to))
        {
            var done = minute;
            if (minute.Span is { Type: VolumeType.Gp2, Iops: { } baseline })
            {
                balance = Math.Min(Bucket, balance + (baseline * Second * Math.Max(minute.At - next, 0)));
                var most = Math.Max(BurstIops, baseline) * Second;
                var share = Math.Min(1, most / Math.Max(minute.Reads + minute.Writes, 1));
                var spent = (minute.Reads + minute.Writes) * share;
                var left = balance + (baseline * Second) - spent;
                if (left < 0)
                {
                    share *= (spent + left) / spent;
                    left = 0;
                }

                balance = Math.Min(Bucket, left);
                done = minute with
                {
                    Reads = minute.Reads * share, Writes = minute.Writes * share, Burst = balance / Bucket,
                };
                next = minute.At + 1;
            }

            if (minute.At >= from) yield return done;
        }
    }

    // Minutes of several instances that have it at a time are one.
    private IEnumerable<VolumeMinute> Merged(VolumeRecord volume, long from, long to)
    {
        var spans = VolumeSpans.All(call, volume).Select(span => Read(span, from, to)).ToList();
        if (spans.Count == 1) return spans[0];
        return Sorted(spans);
    }

    private static IEnumerable<VolumeMinute> Sorted(List<IEnumerable<VolumeMinute>> spans)
    {
        var queue = new PriorityQueue<IEnumerator<VolumeMinute>, (long, int)>();
        for (var i = 0; i < spans.Count; i++)
        {
            var each = spans[i].GetEnumerator();
            if (each.MoveNext()) queue.Enqueue(each, (each.Current.At, i));
        }

        VolumeMinute? open = null;
        while (queue.TryDequeue(out var each, out var place))
        {
            var minute = each.Current;
            if (each.MoveNext()) queue.Enqueue(each, (each.Current.At, place.Item2));
            if (open is { } before && before.At != minute.At) yield return before;
            open = open is { } same && same.At == minute.At
                ? minute with { Reads = same.Reads + minute.Reads, Writes = same.Writes + minute.Writes }
                : minute;
        }

        if (open is { } last) yield return last;
    }

    private IEnumerable<VolumeMinute> Read(VolumeSpanRecord span, long from, long to)
    {
        if (call.Read(LoadTables.Lives).Find(span.InstanceId) is not { } life) yield break;
        var first = Math.Max(from, Minutes.Of(span.From));
        var last = span.To == DateTimeOffset.MaxValue ? to : Math.Min(to, Minutes.Of(span.To));
        var own = span.MibPerHour * Mib / MinutesPerHour / VolumeMinute.BytesPerOperation;
        foreach (var minute in _runs.Read(life, first, last))
        {
            var load = span.IsRoot ? Second * minute.Served : 0;
            yield return new(
                minute.At, span, load * minute.Demand.DiskReads, own + (load * minute.Demand.DiskWrites));
        }
    }
}
