using Orrery.Contracts;

namespace Orrery.Services.Ec2;

/// <summary>The quotas of VPC endpoints. Source: AWS PrivateLink Guide, "AWS PrivateLink quotas".</summary>
internal static class EndpointQuotas
{
    public static readonly Quota Gateways = new("L-1B52E74A", "Gateway VPC endpoints per Region", 20);
    public static readonly Quota Interfaces = new("L-29B6F2EB", "Interface VPC endpoints per VPC", 50);

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<Quota> All = [Gateways, Interfaces];
}
