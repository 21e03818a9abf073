using Orrery.Core;

namespace Orrery.Services.Ec2.Records;

/// <summary>One static route: a destination of one kind and a target.</summary>
public sealed record RouteRecord
{
    /// <summary>IPv4 or IPv6 destination.</summary>
    public Cidr? DestinationCidr { get; init; }

    /// <summary>Or a prefix list.</summary>
    public PrefixListId? DestinationPrefixListId { get; init; }

    /// <summary>What kind the target is.</summary>
    public required RouteTargetKind TargetKind { get; init; }

    /// <summary>The id of the target, or local.</summary>
    public required string TargetId { get; init; }

    /// <summary>
    /// Whether it stands in the place of the VPC's local route, and goes when the VPC loses that block.
    /// </summary>
    public bool ReplacesLocal { get; init; }
}
