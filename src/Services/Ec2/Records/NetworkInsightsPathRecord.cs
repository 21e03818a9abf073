using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A path to analyse.</summary>
public sealed record NetworkInsightsPathRecord
{
    /// <summary>The id.</summary>
    public required NetworkInsightsPathId Id { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreatedDate { get; init; }

    /// <summary>A resource id.</summary>
    public required string Source { get; init; }

    /// <summary>Its ARN.</summary>
    public required string SourceArn { get; init; }

    /// <summary>A resource id.</summary>
    public string? Destination { get; init; }

    /// <summary>Its ARN.</summary>
    public string? DestinationArn { get; init; }

    /// <summary>The source address.</summary>
    public string? SourceIp { get; init; }

    /// <summary>The destination address.</summary>
    public string? DestinationIp { get; init; }

    /// <summary>tcp or udp.</summary>
    public required string Protocol { get; init; }

    /// <summary>The destination port; null for any.</summary>
    public int? DestinationPort { get; init; }

    /// <summary>Header fields at the source.</summary>
    public PathFilterRecord? FilterAtSource { get; init; }

    /// <summary>Header fields at the destination.</summary>
    public PathFilterRecord? FilterAtDestination { get; init; }
}
