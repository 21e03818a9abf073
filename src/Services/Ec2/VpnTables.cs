using Orrery.Kernel.State;

namespace Orrery.Services.Ec2;

/// <summary>The tables of VPN connections.</summary>
internal static class VpnTables
{
    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [];
}
