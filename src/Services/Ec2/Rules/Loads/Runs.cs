using Orrery.Engines.Load.Serving;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>What instances did and will do under their loads, as one call sees it.</summary>
internal sealed class Runs(ReadCall call)
{
    private readonly Dictionary<LoadRecord, LoadShare> _shares = [];

    /// <summary>The minutes of an instance, from one (included) to another (not included).</summary>
    public IEnumerable<Minute> Read(InstanceLifeRecord life, long from, long to) => life.IsOverBy(from)
        ? []
        : new InstanceRun(
            [.. life.Spans.Select(SpanOf)], [.. LoadTargets.Of(call, life).Select(ShareOf)]).Read(from, to);

    /// <summary>One minute of an instance; null where it did not run then.</summary>
    public Minute? At(InstanceLifeRecord life, long minute)
    {
        foreach (var found in Read(life, minute, minute + 1)) return found;
        return null;
    }

    /// <summary>A load as each of those that run meets it.</summary>
    public LoadShare ShareOf(LoadRecord record)
    {
        if (_shares.TryGetValue(record, out var share)) return share;
        var load = record.Load;
        var running = new Headcount(
            LoadTargets.Members(call, load).SelectMany(life => life.Spans).Select(s => (From(s), To(s))));
        share = new(
            Shapes.Of(record), Shapes.CostOf(load.Cost!), Minutes.Of(load.From!.Value),
            load.To is { } to ? Minutes.Of(to) : null, running);
        _shares.Add(record, share);
        return share;
    }

    /// <summary>The first minute of a span.</summary>
    public static long From(LifeSpanRecord span) => Minutes.Of(span.From);

    /// <summary>The first minute after a span; null while it lasts.</summary>
    public static long? To(LifeSpanRecord span) => span.To is { } to ? Minutes.Of(to) : null;

    private static RunningSpan SpanOf(LifeSpanRecord span) =>
        new(From(span), To(span), Capacities.Of(span.Type, span.Credits));
}
