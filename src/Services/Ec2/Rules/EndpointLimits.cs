using Orrery.Contracts;
using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules;

/// <summary>
/// Quotas of VPC endpoints: their Service Quotas codes and defaults. Source: AWS PrivateLink Guide, "AWS PrivateLink
/// quotas". The error is VpcEndpointLimitExceeded, as users report it; what is being deleted does not count (guessed).
/// </summary>
internal static class EndpointLimits
{
    /// <summary>Refuses one more gateway endpoint than the region may hold.</summary>
    public static void CheckGateways(ReadCall call) => call.Hold(
        EndpointQuotas.Gateways,
        call.Read(EndpointTables.Endpoints).All().Count(endpoint =>
            endpoint.Type == VpcEndpointType.Gateway && EndpointConnections.Exists(endpoint)),
        Refusal);

    /// <summary>Refuses one more interface endpoint than a VPC may hold.</summary>
    public static void CheckInterfaces(ReadCall call, VpcId vpc) => call.Hold(
        EndpointQuotas.Interfaces,
        call.Read(EndpointTables.Endpoints).By(EndpointTables.EndpointsByVpc, vpc.Value).Count(endpoint =>
            endpoint.Type == VpcEndpointType.Interface && EndpointConnections.Exists(endpoint)),
        Refusal);

    private static ServiceException Refusal(int limit) => new(
        "VpcEndpointLimitExceeded", "The maximum number of VPC endpoints has been reached.");
}
