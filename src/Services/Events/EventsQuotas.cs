using Orrery.Contracts;
using Orrery.Kernel.Calls;

namespace Orrery.Services.Events;

/// <summary>
/// The quotas of EventBridge. Source: EventBridge User Guide, "Amazon EventBridge quotas". Targets of a rule,
/// archives and replays have no Service Quotas code.
/// </summary>
internal static class EventsQuotas
{
    public const int TargetsPerRule = 5;
    public const int Replays = 10;

    public static readonly Quota Buses = new("L-658A4FD9", "Event buses", 100);
    public static readonly Quota Rules = new("L-244521F2", "Number of rules", 300);
    public static readonly Quota PatternSize = new("L-664C5505", "Event pattern size", 2048);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Buses, Rules, PatternSize];

    /// <summary>The limit in force.</summary>
    public static int Limit(ReadCall call, Quota quota) => call.FindPort<IQuotas>()?.Limit(quota) ?? quota.Standard;
}
