using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>An instance that has a volume.</summary>
public sealed record VolumeAttachmentRecord
{
    /// <summary>The instance.</summary>
    public required InstanceId InstanceId { get; init; }

    /// <summary>The name under which it has it.</summary>
    public required string Device { get; init; }

    /// <summary>Attaching, attached, detaching, or busy: its operating system holds on to it.</summary>
    public VolumeAttachmentState State { get; init; } = VolumeAttachmentState.Attached;

    /// <summary>Since when.</summary>
    public required DateTimeOffset AttachTime { get; init; }

    /// <summary>Whether it goes with the instance.</summary>
    public bool DeleteOnTermination { get; init; }
}
