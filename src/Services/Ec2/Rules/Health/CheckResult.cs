using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Health;

/// <summary>What a status check of an instance says.</summary>
/// <param name="Status">The summary.</param>
/// <param name="Reachability">Its one detail; null where the check does not apply.</param>
/// <param name="ImpairedSince">Since when it fails.</param>
internal sealed record CheckResult(
    SummaryStatus Status, StatusType? Reachability = null, DateTimeOffset? ImpairedSince = null)
{
    /// <summary>As the API writes it, for the system and for the instance.</summary>
    public InstanceStatusSummary View() => new()
    {
        Status = Status,
        Details = Reachability is not { } reachability ? null :
        [
            new() { Name = StatusName.Reachability, Status = reachability, ImpairedSince = ImpairedSince },
        ],
    };

    /// <summary>As the API writes it, for attached volumes.</summary>
    public EbsStatusSummary EbsView() => new()
    {
        Status = Status,
        Details = Reachability is not { } reachability ? null :
        [
            new() { Name = StatusName.Reachability, Status = reachability, ImpairedSince = ImpairedSince },
        ],
    };
}
