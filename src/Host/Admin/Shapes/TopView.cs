using Orrery.Contracts.Loads;

namespace Orrery.Host.Admin.Shapes;

/// <summary>What is going on.</summary>
/// <param name="Now">The time in the world.</param>
/// <param name="Instances">The instances that are not terminated.</param>
/// <param name="Loads">The loads.</param>
/// <param name="Alarms">The alarms.</param>
public sealed record TopView(
    DateTimeOffset Now, IReadOnlyList<InstanceStanding> Instances, IReadOnlyList<LoadState> Loads,
    IReadOnlyList<TopAlarm> Alarms);
