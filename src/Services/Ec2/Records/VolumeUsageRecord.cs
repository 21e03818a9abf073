using Orrery.Services.Ec2.Ids;

namespace Orrery.Services.Ec2.Records;

/// <summary>What the volumes of one type take together.</summary>
/// <param name="Id">The type.</param>
/// <param name="Gib">Storage.</param>
/// <param name="Iops">Provisioned.</param>
public sealed record VolumeUsageRecord(ResourceKey Id, long Gib, long Iops);
