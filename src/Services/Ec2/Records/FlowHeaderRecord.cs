namespace Orrery.Services.Ec2.Records;

/// <summary>
/// The header of a flow: the addresses of the interface's side of the conversation, and those of the packet, which
/// differ where the interface is on the way.
/// </summary>
/// <param name="Source">The source, the interface's own primary address where it sends.</param>
/// <param name="Destination">The destination, the interface's own primary address where it receives.</param>
/// <param name="PacketSource">The source in the packet.</param>
/// <param name="PacketDestination">The destination in the packet.</param>
/// <param name="SourcePort">The source port; 0 where there are none.</param>
/// <param name="DestinationPort">The destination port; 0 where there are none.</param>
/// <param name="Protocol">The IP protocol number.</param>
public sealed record FlowHeaderRecord(
    string Source,
    string Destination,
    string PacketSource,
    string PacketDestination,
    int SourcePort,
    int DestinationPort,
    int Protocol)
{
    /// <summary>The AWS service that the packet's source belongs to.</summary>
    public string? SourceService { get; init; }

    /// <summary>The AWS service that the packet's destination belongs to.</summary>
    public string? DestinationService { get; init; }
}
