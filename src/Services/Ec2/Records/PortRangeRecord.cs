namespace Orrery.Services.Ec2.Records;

/// <summary>An inclusive range of ports.</summary>
public sealed record PortRangeRecord
{
    /// <summary>First.</summary>
    public required int From { get; init; }

    /// <summary>Last.</summary>
    public required int To { get; init; }
}
