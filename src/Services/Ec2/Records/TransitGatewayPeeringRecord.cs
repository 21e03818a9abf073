namespace Orrery.Services.Ec2.Records;

/// <summary>What a peering of two transit gateways has beside what every attachment has; equal on both sides.</summary>
public sealed record TransitGatewayPeeringRecord
{
    /// <summary>Who asked.</summary>
    public required TransitGatewaySideRecord Requester { get; init; }

    /// <summary>Who was asked.</summary>
    public required TransitGatewaySideRecord Accepter { get; init; }

    /// <summary>Why it failed.</summary>
    public string? StatusMessage { get; init; }
}
