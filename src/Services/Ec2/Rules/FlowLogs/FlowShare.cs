namespace Orrery.Services.Ec2.Rules.FlowLogs;

/// <summary>What of a flow falls into one aggregation interval.</summary>
/// <param name="Window">The beginning of the interval.</param>
/// <param name="Packets">How many packets; at least one.</param>
/// <param name="Bytes">How many bytes.</param>
/// <param name="First">When the first of them passes.</param>
/// <param name="Last">When the last of them passes.</param>
internal sealed record FlowShare(
    DateTimeOffset Window, long Packets, long Bytes, DateTimeOffset First, DateTimeOffset Last)
{
    /// <summary>Whether the flow begins in it.</summary>
    public bool IsFirst { get; init; }

    /// <summary>Whether the flow ends in it.</summary>
    public bool IsLast { get; init; }
}
