using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>
/// The quotas of running instances: vCPUs by family. Source: EC2 User Guide, "On-Demand Instance quotas" (names and
/// defaults of new accounts); codes as users of Service Quotas list them.
/// </summary>
internal static class InstanceQuotas
{
    public static readonly Quota Standard =
        new("L-1216C47A", "Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances", 5);

    /// <summary>The quotas with the letters that the names of their types begin with.</summary>
    public static readonly IReadOnlyList<(Quota Quota, IReadOnlyList<string> Letters)> ByLetters =
    [
        (Standard, ["a", "c", "d", "h", "i", "im", "is", "m", "r", "t", "z"]),
        (new("L-6E869C2A", "Running On-Demand DL instances", 0), ["dl"]),
        (new("L-74FC7D96", "Running On-Demand F instances", 0), ["f"]),
        (new("L-DB2E81BA", "Running On-Demand G and VT instances", 0), ["g", "gr", "vt"]),
        (new("L-F7808C92", "Running On-Demand HPC instances", 0), ["hpc"]),
        (new("L-43DA4232", "Running On-Demand High Memory instances", 0), ["u", "u-"]),
        (new("L-1945791B", "Running On-Demand Inf instances", 0), ["inf"]),
        (new("L-417A185B", "Running On-Demand P instances", 0), ["p"]),
        (new("L-2C3B7624", "Running On-Demand Trn instances", 0), ["trn"]),
        (new("L-7295265B", "Running On-Demand X instances", 0), ["x"]),
    ];

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [.. ByLetters.Select(q => q.Quota)];
}
