using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Records;

/// <summary>What a volume can do.</summary>
/// <param name="Type">For example gp3.</param>
/// <param name="Size">In GiB.</param>
/// <param name="Iops">Provisioned or given by its size.</param>
/// <param name="Throughput">In MiB/s; only of gp3.</param>
/// <param name="MultiAttach">Whether several instances may have it.</param>
public sealed record VolumeShapeRecord(VolumeType Type, int Size, int? Iops, int? Throughput, bool MultiAttach);
