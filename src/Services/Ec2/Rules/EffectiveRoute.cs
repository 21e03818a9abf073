using Orrery.Core;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>One route of a table as it stands: local, static or propagated, with its state.</summary>
internal sealed record EffectiveRoute
{
    /// <summary>IPv4 or IPv6 destination.</summary>
    public Cidr? DestinationCidr { get; init; }

    /// <summary>Or a prefix list.</summary>
    public PrefixListId? DestinationPrefixListId { get; init; }

    /// <summary>What kind the target is.</summary>
    public required RouteTargetKind TargetKind { get; init; }

    /// <summary>The id of the target, or local.</summary>
    public required string TargetId { get; init; }

    /// <summary>How it came about.</summary>
    public required RouteOrigin Origin { get; init; }

    /// <summary>Yes: active. No: a blackhole. With the reason.</summary>
    public required Decision State { get; init; }

    /// <summary>Whether it leads anywhere.</summary>
    public bool IsActive => State.Allowed;
}
