namespace Orrery.Contracts.Instances;

/// <summary>An instance type as far as capacity is told of.</summary>
/// <param name="Name">For example <c>c5.large</c>.</param>
/// <param name="Vcpus">How many vCPUs it has.</param>
/// <param name="MemoryMib">Its memory in MiB.</param>
public sealed record OfferedType(string Name, int Vcpus, int MemoryMib);
