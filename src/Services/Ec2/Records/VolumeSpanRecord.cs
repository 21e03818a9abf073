using Orrery.Services.Ec2.Ids;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>A while in which an instance had a volume unchanged: what metrics of the past are worked out of.</summary>
/// <param name="From">When it began.</param>
/// <param name="To">When it ended.</param>
/// <param name="InstanceId">The instance.</param>
/// <param name="IsRoot">Whether the instance ran from it: then its load reads and writes it.</param>
/// <param name="Type">Its type.</param>
/// <param name="Iops">Its IOPS.</param>
/// <param name="MibPerHour">What was written to it anyway, in MiB an hour.</param>
public sealed record VolumeSpanRecord(
    DateTimeOffset From,
    DateTimeOffset To,
    InstanceId InstanceId,
    bool IsRoot,
    VolumeType Type,
    int? Iops,
    int MibPerHour);
