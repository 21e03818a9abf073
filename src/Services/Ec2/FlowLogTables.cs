using Orrery.Kernel.State;

namespace Orrery.Services.Ec2;

/// <summary>The tables of flow logs.</summary>
internal static class FlowLogTables
{
    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [];
}
