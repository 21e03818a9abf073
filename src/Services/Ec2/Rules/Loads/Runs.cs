using Orrery.Engines.Load.Serving;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>What instances did and will do under their loads, as one call sees it.</summary>
internal sealed class Runs(ReadCall call)
{
    private const int LongestSample = 5;

    private readonly Dictionary<LoadRecord, (long Since, LoadShare Share)> _shares = [];

    private InstanceLifeRecord? _last;
    private IReadOnlyList<LoadRecord> _loads = [];

    /// <summary>The minutes of an instance, from one (included) to another (not included).</summary>
    public IEnumerable<Minute> Read(InstanceLifeRecord life, long from, long to)
    {
        if (life.IsOverBy(from)) return [];

        // Credits are earned and spent from the beginning.
        var since = life.Spans.Any(span => span.Credits is not null) ? From(life.Spans[0]) : from;
        var shares = LoadsOf(life).Select(load => ShareOf(load, Math.Min(since, from)));
        return new InstanceRun([.. life.Spans.Select(SpanOf)], [.. shares]).Read(from, to);
    }

    /// <summary>One minute of an instance; null where it did not run then.</summary>
    public Minute? At(InstanceLifeRecord life, long minute)
    {
        foreach (var found in Read(life, minute, minute + 1)) return found;
        return null;
    }

    /// <summary>A load as each of those that run meets it, from a minute on.</summary>
    public LoadShare ShareOf(LoadRecord record, long since)
    {
        if (_shares.TryGetValue(record, out var known) && known.Since <= since) return known.Share;
        var load = record.Load;
        var running = new Headcount(
            LoadTargets.Members(call, load, since).SelectMany(life => life.Spans).Select(s => (From(s), To(s))));
        var share = new LoadShare(
            Shapes.Of(record), Shapes.CostOf(load.Cost!), Minutes.Of(load.From!.Value),
            load.To is { } to ? Minutes.Of(to) : null, running);
        _shares[record] = (since, share);
        return share;
    }

    /// <summary>
    /// What an instance has in common with all that do the same, minute for minute, from one (included) to another
    /// (not included): they run all the time, unchanged, have no credits, and meet the same loads.
    /// </summary>
    public object KindOf(InstanceLifeRecord life, long from, long to)
    {
        var span = life.Spans[^1];
        return span.Credits is null && From(span) <= from && !(To(span) < to + LongestSample)
            ? new RunKind(span.Type, span.Detailed, LoadsOf(life))
            : life;
    }

    // Instances of a group have the same tags: the loads of one are those of the next.
    private IReadOnlyList<LoadRecord> LoadsOf(InstanceLifeRecord life)
    {
        if (_last is { } last && last.Tags.SequenceEqual(life.Tags, StringComparer.Ordinal)
            && !LoadTargets.IsNamed(call, last.Id) && !LoadTargets.IsNamed(call, life.Id))
        {
            return _loads;
        }

        (_last, _loads) = (life, LoadTargets.Of(call, life));
        return _loads;
    }

    /// <summary>The first minute of a span.</summary>
    public static long From(LifeSpanRecord span) => Minutes.Of(span.From);

    /// <summary>The first minute after a span; null while it lasts.</summary>
    public static long? To(LifeSpanRecord span) => span.To is { } to ? Minutes.Of(to) : null;

    private static RunningSpan SpanOf(LifeSpanRecord span) =>
        new(From(span), To(span), Capacities.Of(span.Type, span.Credits));
}
