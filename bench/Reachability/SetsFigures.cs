namespace Orrery.Bench.Reachability;

/// <summary>What open questions cost at one size.</summary>
/// <param name="Vpcs">How many VPCs there are.</param>
/// <param name="Reaching">How many pairs of them reach.</param>
/// <param name="AllPairs">Milliseconds for all pairs of VPCs.</param>
/// <param name="OneRouteMore">Milliseconds to add one route and have all pairs again.</param>
/// <param name="Findings">How many groups reach the databases.</param>
/// <param name="WhoReaches">Milliseconds to find who reaches the databases.</param>
/// <param name="Trace">Microseconds of the median trace across the transit gateway.</param>
/// <param name="BytesEach">Bytes of memory for each interface, topology and lookups, the elements aside.</param>
public sealed record SetsFigures(
    int Vpcs, long Reaching, double AllPairs, double OneRouteMore, int Findings, double WhoReaches, double Trace,
    double BytesEach);
