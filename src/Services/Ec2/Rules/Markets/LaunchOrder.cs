using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Markets;

/// <summary>What a launch is for, besides what its request says.</summary>
internal sealed record LaunchOrder
{
    /// <summary>The Spot request that it fulfils; null for one of its own where the request is for Spot.</summary>
    public SpotRequestRecord? Request { get; init; }

    /// <summary>The place in a fleet.</summary>
    public FleetMemberRecord? Fleet { get; init; }

    /// <summary>Tags that AWS adds.</summary>
    public IReadOnlyList<Tag> SystemTags { get; init; } = [];

    /// <summary>Whether a launch of fewer than wanted, also of none, is no failure.</summary>
    public bool IsPartial { get; init; }
}
