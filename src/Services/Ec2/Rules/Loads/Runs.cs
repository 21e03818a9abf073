using Orrery.Engines.Load.Serving;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>What instances did and will do under their loads, as one call sees it.</summary>
internal sealed class Runs(ReadCall call)
{
    private readonly Dictionary<LoadRecord, (long Since, LoadShare Share)> _shares = [];
    private readonly Dictionary<(string Type, string? Credits), Capacity> _capacities = [];

    /// <summary>The minutes of an instance, from one (included) to another (not included).</summary>
    public IEnumerable<Minute> Read(InstanceLifeRecord life, long from, long to)
    {
        // Credits are earned and spent from the beginning.
        var since = life.Spans.Any(span => span.Credits is not null) ? From(life.Spans[0]) : from;
        var shares = LoadTargets.Of(call, life).Select(load => ShareOf(load, Math.Min(since, from)));
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

    /// <summary>The first minute of a span.</summary>
    public static long From(LifeSpanRecord span) => Minutes.Of(span.From);

    /// <summary>The first minute after a span; null while it lasts.</summary>
    public static long? To(LifeSpanRecord span) => span.To is { } to ? Minutes.Of(to) : null;

    private RunningSpan SpanOf(LifeSpanRecord span)
    {
        if (!_capacities.TryGetValue((span.Type, span.Credits), out var capacity))
            _capacities.Add((span.Type, span.Credits), capacity = Capacities.Of(span.Type, span.Credits));
        return new(From(span), To(span), capacity);
    }
}
