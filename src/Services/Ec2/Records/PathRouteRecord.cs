namespace Orrery.Services.Ec2.Records;

/// <summary>A route that an analysis came by.</summary>
public sealed record PathRouteRecord
{
    /// <summary>The destination block.</summary>
    public string? DestinationCidr { get; init; }

    /// <summary>Or the destination prefix list.</summary>
    public string? DestinationPrefixListId { get; init; }

    /// <summary>The id of the target, or local.</summary>
    public required string Target { get; init; }

    /// <summary>AWS's name of how it came into the table.</summary>
    public required string Origin { get; init; }

    /// <summary>False for a blackhole.</summary>
    public bool IsActive { get; init; }
}
