namespace Orrery.Contracts.Loads;

/// <summary>What a request costs.</summary>
/// <param name="CpuSeconds">Seconds of one vCPU.</param>
/// <param name="MemoryMb">Memory while it is served.</param>
/// <param name="BytesIn">Bytes that come in.</param>
/// <param name="BytesOut">Bytes that go out.</param>
/// <param name="DiskReads">Reads of 16 KiB.</param>
/// <param name="DiskWrites">Writes of 16 KiB.</param>
public sealed record LoadCost(
    double? CpuSeconds = null, double? MemoryMb = null, double? BytesIn = null, double? BytesOut = null,
    double? DiskReads = null, double? DiskWrites = null);
