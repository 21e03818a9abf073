using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>A record of a flow log, as it was delivered.</summary>
public sealed record FlowLineRecord
{
    /// <summary>The log and the instant of delivery.</summary>
    public required FlowRecordKey Key { get; init; }

    /// <summary>When it was delivered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The log group, or the object.</summary>
    public required string Place { get; init; }

    /// <summary>The interface or attachment.</summary>
    public required string Stream { get; init; }

    /// <summary>The beginning of its aggregation interval.</summary>
    public required DateTimeOffset Window { get; init; }

    /// <summary>The record.</summary>
    public required string Line { get; init; }
}
