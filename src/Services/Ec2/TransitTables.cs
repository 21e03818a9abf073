using Orrery.Kernel.State;

namespace Orrery.Services.Ec2;

/// <summary>The tables of transit gateways.</summary>
internal static class TransitTables
{
    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [];
}
