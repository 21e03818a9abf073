namespace Orrery.Services.Ec2.Records;

/// <summary>Processors of an instance where they are not those of its type.</summary>
/// <param name="Cores">How many cores it has.</param>
/// <param name="Threads">How many threads each of them has.</param>
public sealed record CpuOptionsRecord(int Cores, int Threads)
{
    /// <summary>Its vCPUs.</summary>
    internal int Vcpus => Cores * Threads;
}
