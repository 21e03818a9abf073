using Orrery.Kernel.State;

namespace Orrery.Services.Ec2;

/// <summary>The tables of Network Access Analyzer.</summary>
internal static class AccessScopeTables
{
    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [];
}
