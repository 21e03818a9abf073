using Orrery.Kernel.State;

namespace Orrery.Services.Ec2;

/// <summary>The tables of instances and images.</summary>
internal static class InstanceTables
{
    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [];
}
