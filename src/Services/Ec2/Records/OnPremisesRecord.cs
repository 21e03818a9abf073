using System.Collections.Immutable;
using Orrery.Core;
using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// The customer's own network behind a customer gateway, as it was declared. AWS has no such resource: it stands for
/// the world outside.
/// </summary>
public sealed record OnPremisesRecord
{
    /// <summary>The customer gateway.</summary>
    public required CustomerGatewayId Id { get; init; }

    /// <summary>Where its hosts are.</summary>
    public required ImmutableArray<Cidr> Cidrs { get; init; }

    /// <summary>What its device announces over BGP.</summary>
    public required ImmutableArray<Cidr> Announced { get; init; }

    /// <summary>How many tunnels of each connection its device keeps up, the first one first: 0, 1 or 2.</summary>
    public required int TunnelsUp { get; init; }

    /// <summary>When this was declared.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }
}
