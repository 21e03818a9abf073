namespace Orrery.Contracts.Instances;

/// <summary>An instance type as far as capacity is told of.</summary>
/// <param name="Name">For example <c>c5.large</c>.</param>
/// <param name="Vcpus">How many vCPUs it has.</param>
/// <param name="MemoryMib">Its memory in MiB.</param>
public sealed record OfferedType(string Name, int Vcpus, int MemoryMib)
{
    /// <summary>The code of the quota of vCPUs that it counts for On-Demand; null where none is known.</summary>
    public string? Quota { get; init; }

    /// <summary>The same as Spot; null where it is not sold so.</summary>
    public string? SpotQuota { get; init; }
}
