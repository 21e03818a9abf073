using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Transit;

/// <summary>A route of a transit gateway as it stands.</summary>
internal sealed record TransitRoute
{
    /// <summary>Where packets must be going.</summary>
    public required Cidr Destination { get; init; }

    /// <summary>The prefix list that the block is an entry of.</summary>
    public PrefixListId? PrefixListId { get; init; }

    /// <summary>static or propagated.</summary>
    public required TransitGatewayRouteType Type { get; init; }

    /// <summary>Where it leads, also if that is gone; null for a blackhole that somebody wanted.</summary>
    public TransitGatewayAttachmentId? AttachmentId { get; init; }

    /// <summary>The attachments behind it: several where VPN connections share the traffic; none if gone.</summary>
    public ImmutableArray<TransitGatewayAttachmentRecord> Attachments { get; init; } = [];

    /// <summary>Whether it leads anywhere: a static one is a blackhole once its attachment is not there.</summary>
    public bool IsActive => Attachments.Any(TransitStates.Carries);

    /// <summary>The same as the API says it.</summary>
    public TransitGatewayRouteState State =>
        IsActive ? TransitGatewayRouteState.Active : TransitGatewayRouteState.Blackhole;
}
