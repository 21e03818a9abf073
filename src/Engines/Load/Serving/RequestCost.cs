namespace Orrery.Engines.Load.Serving;

/// <summary>What a request costs.</summary>
/// <param name="CpuSeconds">Seconds of one vCPU. Every vCPU counts as the reference vCPU.</param>
/// <param name="MemoryMb">Memory while it is served.</param>
/// <param name="BytesIn">Bytes that come in.</param>
/// <param name="BytesOut">Bytes that go out.</param>
/// <param name="DiskReads">Reads of 16 KiB.</param>
/// <param name="DiskWrites">Writes of 16 KiB.</param>
public sealed record RequestCost(
    double CpuSeconds, double MemoryMb = 0, double BytesIn = 0, double BytesOut = 0, double DiskReads = 0,
    double DiskWrites = 0);
