using System.Collections.Immutable;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A route table. Whether a route is active or a blackhole is computed when asked, from its target.</summary>
public sealed record RouteTableRecord
{
    /// <summary>The id.</summary>
    public required RouteTableId Id { get; init; }

    /// <summary>Its VPC.</summary>
    public required VpcId VpcId { get; init; }

    /// <summary>Routes made by CreateRoute; local and propagated ones are computed.</summary>
    public ImmutableArray<RouteRecord> Routes { get; init; } = [];

    /// <summary>Main, subnet and gateway associations.</summary>
    public ImmutableArray<RouteTableAssociationRecord> Associations { get; init; } = [];

    /// <summary>Virtual private gateways that propagate into it.</summary>
    public ImmutableArray<VpnGatewayId> PropagatingVgws { get; init; } = [];
}
