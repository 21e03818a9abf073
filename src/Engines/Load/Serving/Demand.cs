namespace Orrery.Engines.Load.Serving;

/// <summary>What is asked of an instance in a second of a minute, by all loads together.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="Cpu">Seconds of a vCPU.</param>
/// <param name="MemorySeconds">The memory of each request, summed: MB of memory if each took a second.</param>
/// <param name="BytesIn">Bytes that come in.</param>
/// <param name="BytesOut">Bytes that go out.</param>
public readonly record struct Demand(
    double Requests, double Cpu, double MemorySeconds, double BytesIn, double BytesOut)
{
    /// <summary>Reads of 16 KiB.</summary>
    public double DiskReads { get; init; }

    /// <summary>Writes of 16 KiB.</summary>
    public double DiskWrites { get; init; }

    /// <summary>With the requests of one more load.</summary>
    public Demand And(double rate, RequestCost cost) =>
        new(Requests + rate, Cpu + (rate * cost.CpuSeconds), MemorySeconds + (rate * cost.MemoryMb),
            BytesIn + (rate * cost.BytesIn), BytesOut + (rate * cost.BytesOut))
        {
            DiskReads = DiskReads + (rate * cost.DiskReads),
            DiskWrites = DiskWrites + (rate * cost.DiskWrites),
        };
}
