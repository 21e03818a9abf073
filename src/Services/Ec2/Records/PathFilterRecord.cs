namespace Orrery.Services.Ec2.Records;

/// <summary>Header fields that a path is limited to.</summary>
public sealed record PathFilterRecord
{
    /// <summary>Source address.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>Source ports.</summary>
    public PortRangeRecord? SourcePortRange { get; init; }

    /// <summary>Destination address.</summary>
    public string? DestinationAddress { get; init; }

    /// <summary>Destination ports.</summary>
    public PortRangeRecord? DestinationPortRange { get; init; }
}
