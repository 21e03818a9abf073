using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A request for one Spot Instance.</summary>
public sealed record SpotRequestRecord
{
    /// <summary>The id.</summary>
    public required SpotRequestId Id { get; init; }

    /// <summary>Where in its life it is.</summary>
    public required SpotInstanceState State { get; init; }

    /// <summary>Why it is there, for example <c>fulfilled</c>.</summary>
    public required string StatusCode { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset StatusTime { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset CreateTime { get; init; }

    /// <summary>One-time or persistent.</summary>
    public required SpotInstanceType Type { get; init; }

    /// <summary>What happens to its instance when it is interrupted.</summary>
    public required InstanceInterruptionBehavior Behavior { get; init; }

    /// <summary>The most to pay, in USD an hour, as it was written; null for the On-Demand price.</summary>
    public string? MaxPrice { get; init; }

    /// <summary>Not before.</summary>
    public DateTimeOffset? ValidFrom { get; init; }

    /// <summary>Not after.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>The launch as JSON of RunInstances.</summary>
    public required string Launch { get; init; }

    /// <summary>The type that it is for.</summary>
    public required string InstanceType { get; init; }

    /// <summary>The instance; also the last one that it had.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The zone of the instance.</summary>
    public string? Zone { get; init; }

    /// <summary>The error that made it fail: the code.</summary>
    public string? FaultCode { get; init; }

    /// <summary>The error that made it fail: the message.</summary>
    public string? FaultMessage { get; init; }

    /// <summary>The fleet that made it.</summary>
    public string? FleetId { get; init; }
}
