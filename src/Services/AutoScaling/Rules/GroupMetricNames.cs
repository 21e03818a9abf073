namespace Orrery.Services.AutoScaling.Rules;

/// <summary>
/// The metrics of groups. Source: EC2 Auto Scaling User Guide, "Amazon CloudWatch metrics for Amazon EC2 Auto
/// Scaling" and "Manage retained instances"; those of warm pools are reported of groups that have one.
/// </summary>
internal static class GroupMetricNames
{
    /// <summary>The one granularity.</summary>
    public const string Granularity = "1Minute";

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "GroupMinSize", "GroupMaxSize", "GroupDesiredCapacity", "GroupInServiceInstances", "GroupPendingInstances",
        "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances", "GroupInServiceCapacity",
        "GroupPendingCapacity", "GroupStandbyCapacity", "GroupTerminatingCapacity", "GroupTotalCapacity",
        "WarmPoolMinSize", "WarmPoolDesiredCapacity", "WarmPoolPendingCapacity", "WarmPoolTerminatingCapacity",
        "WarmPoolWarmedCapacity", "WarmPoolTotalCapacity", "GroupAndWarmPoolDesiredCapacity",
        "GroupAndWarmPoolTotalCapacity", "GroupTerminatingRetainedInstances", "GroupTerminatingRetainedCapacity",
        "WarmPoolPendingRetainedCapacity", "WarmPoolTerminatingRetainedCapacity",
    ];

    /// <summary>The metrics that are named, or all.</summary>
    /// <exception cref="Core.ServiceException">ValidationError: there is no such metric.</exception>
    public static IReadOnlyList<string> Named(IReadOnlyList<string>? names)
    {
        if (names is not { Count: > 0 }) return All;
        return names.FirstOrDefault(name => !All.Contains(name)) is { } unknown
            ? throw Errors.Invalid($"{unknown} is not a metric of groups that Orrery serves")
            : names;
    }
}
