using Orrery.Contracts.Alarms;
using Orrery.Contracts.Instances;
using Orrery.Engines.Scaling.Maintenance;
using Orrery.Kernel.Calls;
using Orrery.Services.AutoScaling.Reconciling;
using Orrery.Services.AutoScaling.Records;
using Orrery.Wire.Generated.Autoscaling;

namespace Orrery.Services.AutoScaling.Refreshing;

/// <summary>
/// Reads what a refresh keeps to. Source: API Reference, RefreshPreferences and DesiredConfiguration; EC2 Auto Scaling
/// User Guide, "Understand the default values for an instance refresh"; words of refusals are guessed.
/// </summary>
internal static class RefreshTerms
{
    private const int LongestWait = 172_800;
    private const int DefaultDelay = 3600;
    private const int MostAlarms = 10;

    /// <summary>The preferences with their defaults.</summary>
    /// <exception cref="Core.ServiceException">ValidationError.</exception>
    public static RefreshTermsRecord Of(ReadCall call, GroupRecord group, RefreshPreferences asked)
    {
        var range = RangeOf(group, asked);
        var checkpoints = asked.CheckpointPercentages ?? [];
        if (RefreshRules.Flaw(checkpoints) is { } flaw) throw Errors.Invalid($"CheckpointPercentages: {flaw}");
        if (checkpoints.Count == 0 && asked.CheckpointDelay is not null)
            throw Errors.Invalid("CheckpointDelay needs CheckpointPercentages");
        return new()
        {
            Min = range.Min,
            Max = range.Max,
            Warmup = Seconds(asked.InstanceWarmup, int.MaxValue, "InstanceWarmup") ?? group.Warmup ?? group.Grace,
            Checkpoints = [.. checkpoints],
            CheckpointDelay = checkpoints.Count == 0
                ? null : Seconds(asked.CheckpointDelay, LongestWait, "CheckpointDelay") ?? DefaultDelay,
            SkipsMatching = asked.SkipMatching ?? false,
            RollsBack = asked.AutoRollback ?? false,
            Alarms = [.. Alarms(call, asked.AlarmSpecification?.Alarms ?? [])],
            Protected = asked.ScaleInProtectedInstances ?? ScaleInProtectedInstances.Wait,
            Standby = asked.StandbyInstances ?? StandbyInstances.Wait,
            BakeTime = Seconds(asked.BakeTime, LongestWait, "BakeTime"),
        };
    }

    /// <summary>
    /// Why a refresh cannot be rolled back; null where it can. Source: API Reference, RollbackInstanceRefresh.
    /// </summary>
    public static string? Obstacle(ReadCall call, GroupRecord group, TemplateRecord? desired)
    {
        if (desired is null) return "no desired configuration is specified for the instance refresh";
        return TemplatesOf(group).Select(template => Obstacle(call, template)).FirstOrDefault(why => why is not null);
    }

    /// <summary>
    /// Whether an instance is as a refresh wants it, of one of the types of a mixed group, so that skip matching leaves
    /// it.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="group">The group, with what the refresh launches from.</param>
    public static Func<MemberRecord, bool> Matching(ReadCall call, GroupRecord group)
    {
        if (group.Template is not { } template)
            return member => member.Template is null && member.LaunchConfiguration == group.LaunchConfiguration;
        var found = TemplatesOf(group).Distinct().ToDictionary(
            one => one, one => call.Port<IInstanceSupply>().Resolve(call, new(one.Id, null, one.Version)));
        var types = group.Mixed is null ? null : new MixedTypes(call, group);
        return member => member.Template is { } own && (types is null
            ? IsOf(member, own, found[template], found[template].InstanceType)
            : types.Find(member.InstanceType) is { } type && (type.ImageId ?? member.ImageId) == member.ImageId
                && IsOf(member, own, found[type.Template], null));
    }

    private static bool IsOf(MemberRecord member, TemplateRecord own, SupplyTemplate wanted, string? type) =>
        RefreshRules.IsMatch(
            new(own.Id, own.Version!, member.InstanceType),
            new(wanted.Id, $"{wanted.Version}", type ?? member.InstanceType), []);

    private static IEnumerable<TemplateRecord> TemplatesOf(GroupRecord group) =>
        (group.Mixed?.Overrides.Select(one => one.Template) ?? []).Prepend(group.Template).OfType<TemplateRecord>();

    private static string? Obstacle(ReadCall call, TemplateRecord template)
    {
        if (template.Version is null or "$Latest" or "$Default")
            return "the Auto Scaling group uses the launch template's $Latest or $Default version";
        var image = call.Port<IInstanceSupply>().Resolve(call, new(template.Id, null, template.Version)).ImageId;
        return image?.StartsWith("resolve:ssm:", StringComparison.Ordinal) == true
            ? "the launch template uses a Systems Manager parameter instead of an AMI ID" : null;
    }

    private static HealthyRange RangeOf(GroupRecord group, RefreshPreferences asked)
    {
        if (asked is { MaxHealthyPercentage: not null, MinHealthyPercentage: null })
            throw Errors.Invalid("MaxHealthyPercentage needs MinHealthyPercentage");
        var usual = group.Maintenance?.Range ?? HealthyRange.OfRefresh;
        var range = new HealthyRange(
            asked.MinHealthyPercentage ?? usual.Min, asked.MaxHealthyPercentage ?? usual.Max);
        return range.Flaw() is { } flaw ? throw Errors.Invalid($"Preferences: {flaw}") : range;
    }

    private static int? Seconds(int? value, int most, string name) => value is < 0 || value > most
        ? throw Errors.Invalid($"{name} must be between 0 and {most}")
        : value;

    private static IReadOnlyList<string> Alarms(ReadCall call, IReadOnlyList<string> names)
    {
        if (names.Count > MostAlarms) throw Errors.Invalid($"AlarmSpecification has at most {MostAlarms} alarms");
        if (names.Count > 0 && call.FindPort<IAlarmStates>() is null)
            throw Errors.NotServed("AlarmSpecification without CloudWatch");
        return names.FirstOrDefault(name => call.Port<IAlarmStates>().StateOf(call, name) is null) is { } unknown
            ? throw Errors.Invalid($"The alarm {unknown} of AlarmSpecification does not exist")
            : names;
    }
}
