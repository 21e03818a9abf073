using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A flow log. Whether it can deliver is asked of its destination, never stored.</summary>
public sealed record FlowLogRecord
{
    /// <summary>The id.</summary>
    public required FlowLogId Id { get; init; }

    /// <summary>What it watches.</summary>
    public required string ResourceId { get; init; }

    /// <summary>And what kind of resource that is.</summary>
    public required FlowLogsResourceType ResourceType { get; init; }

    /// <summary>Which traffic it has; null for transit gateways.</summary>
    public TrafficType? TrafficType { get; init; }

    /// <summary>What kind of destination it has.</summary>
    public required LogDestinationType DestinationType { get; init; }

    /// <summary>The ARN of the destination; null where only the name of a log group was given.</summary>
    public string? Destination { get; init; }

    /// <summary>The log group.</summary>
    public string? LogGroupName { get; init; }

    /// <summary>The role by which it publishes.</summary>
    public string? PermissionArn { get; init; }

    /// <summary>The fields of its records, as the API writes them.</summary>
    public required string Format { get; init; }

    /// <summary>Its longest aggregation interval, in seconds: 60 or 600.</summary>
    public required int Interval { get; init; }

    /// <summary>Whether destination options were given.</summary>
    public bool HasOptions { get; init; }

    /// <summary>Whether the keys of its objects are such as Hive reads.</summary>
    public bool HivePartitions { get; init; }

    /// <summary>Whether its objects are in a folder for each hour.</summary>
    public bool HourPartitions { get; init; }

    /// <summary>When it was created.</summary>
    public required DateTimeOffset CreationTime { get; init; }
}
