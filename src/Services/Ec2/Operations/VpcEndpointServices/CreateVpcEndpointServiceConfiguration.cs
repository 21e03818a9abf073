using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Kinds;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Tagging;
using Orrery.Services.Ec2.Views;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>
/// Offers what is behind network load balancers to endpoints of others. It is available at once, as the AWS CLI's
/// example shows.
/// </summary>
public sealed class CreateVpcEndpointServiceConfiguration
    : IWriteOperation<CreateVpcEndpointServiceConfigurationRequest, CreateVpcEndpointServiceConfigurationResult>
{
    /// <inheritdoc/>
    public CreateVpcEndpointServiceConfigurationResult Run(
        CreateVpcEndpointServiceConfigurationRequest request, Call call)
    {
        EndpointRequests.RefuseGatewayLoadBalancers(request.GatewayLoadBalancerArns);
        if (request.NetworkLoadBalancerArns is not { Count: > 0 } balancers)
        {
            throw Errors.Missing("NetworkLoadBalancerArns");
        }

        EndpointServices.CheckBalancers(call, balancers, null);
        var types = EndpointServices.AddressTypes(request.SupportedIpAddressTypes);
        var service = new VpcEndpointServiceRecord
        {
            Id = call.NewId<VpcEndpointServiceId>(),
            Region = call.Region,
            State = ServiceState.Available,
            AcceptanceRequired = request.AcceptanceRequired ?? true,
            NetworkLoadBalancerArns = [.. balancers.Distinct(StringComparer.Ordinal)],
            IpAddressTypes = types.IsEmpty ? [ServiceConnectivityType.Ipv4] : types,
            SupportedRegions = EndpointServices.Regions(request.SupportedRegions),
            PrivateDns = request.PrivateDnsName is { Length: > 0 } name ? EndpointServices.NewDns(call, name) : null,
        };
        call.Write(EndpointTables.Services).Put(service);
        TagStore.PutNew(call, EndpointKinds.Service, service.Id.Value, request.TagSpecifications);
        return new()
        {
            ServiceConfiguration = EndpointServiceView.Of(service, call), ClientToken = request.ClientToken,
        };
    }
}
