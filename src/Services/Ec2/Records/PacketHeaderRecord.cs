namespace Orrery.Services.Ec2.Records;

/// <summary>The header of a packet that an analysis followed.</summary>
/// <param name="Protocol">The IP protocol number.</param>
/// <param name="Source">The source address.</param>
/// <param name="SourcePort">The source port.</param>
/// <param name="Destination">The destination address.</param>
/// <param name="DestinationPort">The destination port.</param>
public sealed record PacketHeaderRecord(
    int Protocol, string Source, int SourcePort, string Destination, int DestinationPort);
