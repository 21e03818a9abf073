using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A VPC peering connection; the same record stands in the scopes of both sides.</summary>
public sealed record VpcPeeringConnectionRecord
{
    /// <summary>The id.</summary>
    public required VpcPeeringConnectionId Id { get; init; }

    /// <summary>Who asked.</summary>
    public required PeeringSide Requester { get; init; }

    /// <summary>Who was asked.</summary>
    public required PeeringSide Accepter { get; init; }

    /// <summary>Moved by its operations and its loop only.</summary>
    public required VpcPeeringConnectionStateReasonCode State { get; init; }

    /// <summary>The state as a sentence.</summary>
    public required string StateMessage { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When the request expires; null once answered.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
