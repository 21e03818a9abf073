namespace Orrery.Services.Ec2.Records;

/// <summary>The attachment of a network interface.</summary>
public sealed record NetworkInterfaceAttachmentRecord
{
    /// <summary>eni-attach- and 17 hexadecimal digits.</summary>
    public required string AttachmentId { get; init; }

    /// <summary>The instance; null for a service.</summary>
    public string? InstanceId { get; init; }

    /// <summary>Its owner.</summary>
    public required string InstanceOwnerId { get; init; }

    /// <summary>Position at the instance.</summary>
    public required int DeviceIndex { get; init; }

    /// <summary>Whether it goes with the instance.</summary>
    public bool DeleteOnTermination { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset AttachTime { get; init; }

    /// <summary>Until when; null while it lasts.</summary>
    public DateTimeOffset? DetachTime { get; init; }
}
