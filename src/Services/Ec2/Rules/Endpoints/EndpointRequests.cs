using Orrery.Core;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>What requests about endpoints may name and is not served.</summary>
internal static class EndpointRequests
{
    /// <summary>Refuses the DNS options of endpoints of VPC Lattice.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseLattice(DnsOptionsSpecification? options)
    {
        if (options is { PrivateDnsPreference: not null } or { PrivateDnsSpecifiedDomains.Count: > 0 })
        {
            throw Errors.NotServed("DnsOptions.PrivateDnsPreference and PrivateDnsSpecifiedDomains");
        }
    }

    /// <summary>Refuses gateway load balancers.</summary>
    /// <exception cref="ServiceException">UnsupportedOperation.</exception>
    public static void RefuseGatewayLoadBalancers(params ReadOnlySpan<IReadOnlyList<string>?> arns)
    {
        foreach (var list in arns)
        {
            if (list is { Count: > 0 })
            {
                throw Errors.NotServed("endpoint services with gateway load balancers (GatewayLoadBalancerArns)");
            }
        }
    }
}
