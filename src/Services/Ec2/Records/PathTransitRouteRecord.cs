namespace Orrery.Services.Ec2.Records;

/// <summary>A route of a transit gateway that an analysis came by.</summary>
public sealed record PathTransitRouteRecord
{
    /// <summary>The destination block.</summary>
    public string? DestinationCidr { get; init; }

    /// <summary>Or the destination prefix list.</summary>
    public string? PrefixListId { get; init; }

    /// <summary>The attachment that it leads to; null for a blackhole route.</summary>
    public string? AttachmentId { get; init; }

    /// <summary>What is attached there: a VPC, a VPN connection or a transit gateway.</summary>
    public string? ResourceId { get; init; }

    /// <summary>vpc, vpn or peering.</summary>
    public string? ResourceType { get; init; }

    /// <summary>True for a propagated one, false for a static one.</summary>
    public bool Propagated { get; init; }

    /// <summary>False for a blackhole.</summary>
    public bool IsActive { get; init; }
}
