using System.Globalization;
using Orrery.Contracts.Loads;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Ports;
using Orrery.Services.Ec2.Records;

namespace Orrery.Services.Ec2.Rules.Loads;

/// <summary>Whom a load is for.</summary>
internal static class LoadTargets
{
    private const long MinutesOfDay = 24 * 60;

    /// <summary>The loads that an instance is a target of, by name.</summary>
    public static IReadOnlyList<LoadRecord> Of(ReadCall call, InstanceLifeRecord life)
    {
        var loads = call.Read(LoadTables.Loads);
        List<LoadRecord>? found = null;
        Add(KeyOf(new(Instance: life.Id.Value)));
        foreach (var tag in life.Tags) Add(KeyOf(new(Tag: tag)));
        if (found is null) return [];
        return found.Count == 1
            ? found : [.. found.DistinctBy(load => load.Id).OrderBy(load => load.Id.Value, StringComparer.Ordinal)];

        void Add(string key)
        {
            foreach (var load in loads.By(LoadTables.LoadsByTarget, key)) (found ??= []).Add(load);
        }
    }

    /// <summary>The instances that a load is for and that run, or ran after the beginning of a minute.</summary>
    public static IEnumerable<InstanceLifeRecord> Members(ReadCall call, LoadDeclaration load, long since)
    {
        var lives = call.Read(LoadTables.Lives);
        return load.Targets is [var only]
            ? Named(only) : load.Targets!.SelectMany(Named).DistinctBy(life => life.Id);

        IEnumerable<InstanceLifeRecord> Named(LoadTarget target) => target switch
        {
            { Instance: { } id } => lives.Find(new(id)) is { } life ? [life] : [],
            _ => TagOf(target) is { } tag ? Tagged(call, tag, since) : [],
        };
    }

    /// <summary>The instances with a tag (key=value) that run, or ran after the beginning of a minute.</summary>
    public static IEnumerable<InstanceLifeRecord> Tagged(ReadCall call, string tag, long since)
    {
        var lives = call.Read(LoadTables.Lives);
        var (first, today) = (DayOf(Math.Max(0, since)), DayOf(Minutes.Of(call.Now)));

        // Where the beginning is far off, one look at all of them is less than one at each day.
        if (today - first > 31) return lives.By(LoadTables.LivesByTag, tag);
        return lives.By(LoadTables.LivesByTagAndEnd, RunningKey(tag)).Concat(
            Enumerable.Range(0, (int)Math.Max(0, today - first + 1))
                .SelectMany(day => lives.By(LoadTables.LivesByTagAndEnd, KeyOf(tag, first + day))));
    }

    /// <summary>Whether any load names any instance.</summary>
    public static bool IsAnyNamed(ReadCall call) =>
        call.Read(LoadTables.Loads).CountBetween(LoadTables.LoadsByTarget, "i ", "i!") > 0;

    /// <summary>Whether a load names an instance.</summary>
    public static bool IsNamed(ReadCall call, InstanceId id) =>
        call.Read(LoadTables.Loads).HasAny(LoadTables.LoadsByTarget, KeyOf(new(Instance: id.Value)));

    /// <summary>What a target is found by.</summary>
    public static string KeyOf(LoadTarget target) => target.Instance is { } id ? "i " + id : "t " + TagOf(target);

    /// <summary>The tag of those that a target means: an Auto Scaling group tags its instances.</summary>
    public static string? TagOf(LoadTarget target) =>
        target.Group is { } group ? ScalingGroupMetrics.TagOf(group) : target.Tag;

    /// <summary>What a life is found by: its tags while it runs, and with the day when it does not.</summary>
    public static IEnumerable<string> KeysOf(InstanceLifeRecord life) => life.Spans switch
    {
        [] => [],
        [.., { To: { } end }] => life.Tags.Select(tag => KeyOf(tag, DayOf(Minutes.Of(end)))),
        _ => life.Tags.Select(RunningKey),
    };

    private static string RunningKey(string tag) => "now " + tag;

    private static string KeyOf(string tag, long day) => string.Create(CultureInfo.InvariantCulture, $"{day} {tag}");

    private static long DayOf(long minute) => minute / MinutesOfDay;
}
