using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>
/// The quotas of Spot Instances: vCPUs by family, of requests that run. Source: EC2 User Guide, "Spot Instance quotas";
/// codes as users of Service Quotas list them. High Memory and HPC types have none: they are not sold as Spot.
/// </summary>
internal static class SpotQuotas
{
    public static readonly Quota Standard =
        new("L-34B43A08", "All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests", 5);

    /// <summary>The quotas with the letters that the names of their types begin with.</summary>
    public static readonly IReadOnlyList<(Quota Quota, IReadOnlyList<string> Letters)> ByLetters =
    [
        (Standard, ["a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"]),
        (new("L-85EED4F7", "All DL Spot Instance Requests", 0), ["dl"]),
        (new("L-88CF9481", "All F Spot Instance Requests", 0), ["f"]),
        (new("L-3819A6DF", "All G and VT Spot Instance Requests", 0), ["g", "gr", "vt"]),
        (new("L-B5D1601B", "All Inf Spot Instance Requests", 0), ["inf"]),
        (new("L-7212CCBC", "All P4, P3 and P2 Spot Instance Requests", 0), ["p"]),
        (new("L-6B0D517C", "All Trn Spot Instance Requests", 0), ["trn"]),
        (new("L-E3A00192", "All X Spot Instance Requests", 0), ["x"]),
    ];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [.. ByLetters.Select(q => q.Quota)];
}
