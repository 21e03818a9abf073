using Orrery.Kernel.State;

namespace Orrery.Services.Ec2;

/// <summary>The tables of VPC endpoints and endpoint services.</summary>
internal static class EndpointTables
{
    /// <summary>Every table, for registration.</summary>
    public static readonly IReadOnlyList<AnyTable> All = [];
}
