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
    private bool? _isAnyNamed;
    private RunKind? _kind;

    /// <summary>The minutes of an instance, from one (included) to another (not included).</summary>
    public IEnumerable<Minute> Read(InstanceLifeRecord life, long from, long to)
    {
        if (life.IsOverBy(from)) return [];

        // Credits are earned and spent from the beginning.
        var since = life.Spans.Any(span => span.Credits is not null) ? From(life.Spans[0]) : from;
        var shares = LoadsOf(life).Select(load => ShareOf(load, Math.Min(since, from)));
        return new InstanceRun([.. life.Spans.Select(SpanOf)], shares).Read(from, to);
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
            SpansOf(LoadTargets.Members(call, load, since)), since);
        var share = new LoadShare(
            Shapes.Of(record), Shapes.CostOf(load.Cost!), Minutes.Of(load.From!.Value),
            load.To is { } to ? Minutes.Of(to) : null, running);
        _shares[record] = (since, share);
        return share;
    }

    /// <summary>
    /// The minutes of an instance that runs through all of them with processors of its own, as <see cref="Alike"/>
    /// finds them.
    /// </summary>
    public IEnumerable<Minute> ReadPlain(InstanceLifeRecord life, long from, long to)
    {
        var run = new InstanceRun([], LoadsOf(life).Select(load => ShareOf(load, from)));
        var capacity = Capacities.Of(life.Spans[^1].Type, null, life.Spans[^1].Vcpus);
        for (var at = from; at < to; at++) yield return run.At(at, capacity);
    }

    /// <summary>
    /// Instances by what they do, minute for minute, from one (included) to another (not included). Those do the same
    /// that run all the time, unchanged, have no credits, and meet the same loads; each other is a kind of its own.
    /// </summary>
    public IReadOnlyList<(InstanceLifeRecord One, RunKind? Kind, int Count)> Alike(
        IEnumerable<InstanceLifeRecord> lives, long from, long to)
    {
        var kinds = new List<(InstanceLifeRecord One, RunKind? Kind, int Count)>();
        foreach (var life in lives)
        {
            var kind = KindOf(life, from, to);
            var place = kind is null ? -1 : PlaceOf(kinds, kind);
            if (place < 0) kinds.Add((life, kind, 1));
            else kinds[place] = kinds[place] with { Count = kinds[place].Count + 1 };
        }

        return kinds;
    }

    // Most are like those before them: their kinds are one object.
    private static int PlaceOf(List<(InstanceLifeRecord One, RunKind? Kind, int Count)> kinds, RunKind kind)
    {
        for (var place = kinds.Count - 1; place >= 0; place--)
        {
            if (kind.Equals(kinds[place].Kind)) return place;
        }

        return -1;
    }

    private RunKind? KindOf(InstanceLifeRecord life, long from, long to)
    {
        var span = life.Spans[^1];
        if (span.Credits is not null || From(span) > from || To(span) < to + LongestSample) return null;
        var loads = LoadsOf(life);
        return _kind is { } last && last.Type == span.Type && last.Vcpus == span.Vcpus
            && last.Detailed == span.Detailed && ReferenceEquals(last.Loads, loads)
            ? last : _kind = new(span.Type, span.Vcpus, span.Detailed, loads);
    }

    // Instances of a group have the same tags: the loads of one are those of the next.
    private IReadOnlyList<LoadRecord> LoadsOf(InstanceLifeRecord life)
    {
        if (_last is { } last && last.Tags.AsSpan().SequenceEqual(life.Tags.AsSpan(), StringComparer.Ordinal)
            && !IsNamed(last) && !IsNamed(life))
        {
            return _loads;
        }

        (_last, _loads) = (life, LoadTargets.Of(call, life));
        return _loads;
    }

    private bool IsNamed(InstanceLifeRecord life) =>
        (_isAnyNamed ??= LoadTargets.IsAnyNamed(call)) && LoadTargets.IsNamed(call, life.Id);

    private static IEnumerable<(long From, long? To)> SpansOf(IEnumerable<InstanceLifeRecord> lives)
    {
        foreach (var life in lives)
        {
            foreach (var span in life.Spans) yield return (From(span), To(span));
        }
    }

    /// <summary>The first minute of a span.</summary>
    public static long From(LifeSpanRecord span) => Minutes.Of(span.From);

    /// <summary>The first minute after a span; null while it lasts.</summary>
    public static long? To(LifeSpanRecord span) => span.To is { } to ? Minutes.Of(to) : null;

    private static RunningSpan SpanOf(LifeSpanRecord span) =>
        new(From(span), To(span), Capacities.Of(span.Type, span.Credits, span.Vcpus));
}
