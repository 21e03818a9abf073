using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>
/// What one flow log saw of one flow in one direction at one interface, within one aggregation interval. It waits for
/// the end of the interval.
/// </summary>
public sealed record FlowCaptureRecord
{
    /// <summary>The log and the end of the interval.</summary>
    public required FlowRecordKey Key { get; init; }

    /// <summary>The beginning of the interval.</summary>
    public required DateTimeOffset Window { get; init; }

    /// <summary>Where it was seen.</summary>
    public required FlowPlaceRecord Place { get; init; }

    /// <summary>The header, as the interface has it.</summary>
    public required FlowHeaderRecord Header { get; init; }

    /// <summary>Whether it left the interface.</summary>
    public required bool Egress { get; init; }

    /// <summary>Whether security groups and network ACLs let it pass.</summary>
    public required bool Accepted { get; init; }

    /// <summary>AWS's number of the way that it left by; null where there is none.</summary>
    public int? TrafficPath { get; init; }

    /// <summary>How many packets.</summary>
    public required long Packets { get; init; }

    /// <summary>How many bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When the first of them was seen.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>When the last of them was seen.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>FIN 1, SYN 2, SYN and ACK 18, added up bit by bit; 0 for what is not TCP.</summary>
    public int TcpFlags { get; init; }

    /// <summary>For a transit gateway.</summary>
    public FlowTransitRecord? Transit { get; init; }
}
