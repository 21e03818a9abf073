using System.Collections.Immutable;
using Orrery.Kernel.Calls;
using Orrery.Operations;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Operations.VpcEndpointServices;

/// <summary>Changes an endpoint service; endpoints that are connected stay so.</summary>
public sealed class ModifyVpcEndpointServiceConfiguration
    : IWriteOperation<ModifyVpcEndpointServiceConfigurationRequest, ModifyVpcEndpointServiceConfigurationResult>
{
    /// <inheritdoc/>
    public ModifyVpcEndpointServiceConfigurationResult Run(
        ModifyVpcEndpointServiceConfigurationRequest request, Call call)
    {
        EndpointRequests.RefuseGatewayLoadBalancers(
            request.AddGatewayLoadBalancerArns, request.RemoveGatewayLoadBalancerArns);
        var service = EndpointServices.Get(call, request.ServiceId!);
        EndpointServices.CheckBalancers(call, request.AddNetworkLoadBalancerArns ?? [], service.Id);
        call.Write(EndpointTables.Services).Put(service with
        {
            AcceptanceRequired = request.AcceptanceRequired ?? service.AcceptanceRequired,
            NetworkLoadBalancerArns = Changed(
                "NetworkLoadBalancerArns",
                service.NetworkLoadBalancerArns,
                request.AddNetworkLoadBalancerArns,
                request.RemoveNetworkLoadBalancerArns),
            IpAddressTypes = Changed(
                "SupportedIpAddressTypes",
                service.IpAddressTypes,
                EndpointServices.AddressTypes(request.AddSupportedIpAddressTypes),
                EndpointServices.AddressTypes(request.RemoveSupportedIpAddressTypes)),
            SupportedRegions =
            [
                .. service.SupportedRegions
                    .Except(EndpointServices.Regions(request.RemoveSupportedRegions))
                    .Union(EndpointServices.Regions(request.AddSupportedRegions)),
            ],
            PrivateDns = DnsOf(call, service, request),
        });
        return new() { Return = true };
    }

    // That the last one cannot be removed follows from what a service is; the code is guessed.
    private static ImmutableArray<T> Changed<T>(
        string name, ImmutableArray<T> before, IEnumerable<T>? add, IEnumerable<T>? remove)
    {
        ImmutableArray<T> after = [.. before.Except(remove ?? []).Union(add ?? [])];
        return after.IsEmpty
            ? throw EndpointErrors.InvalidParameter($"A VPC endpoint service has at least one of {name}.")
            : after;
    }

    private static EndpointServiceDnsRecord? DnsOf(
        Call call, VpcEndpointServiceRecord service, ModifyVpcEndpointServiceConfigurationRequest request)
    {
        var (name, remove) = (request.PrivateDnsName, request.RemovePrivateDnsName == true);
        if (remove && name is { Length: > 0 })
        {
            throw Errors.InvalidParameterCombination(
                "PrivateDnsName and RemovePrivateDnsName cannot be specified together.");
        }

        return (remove, name) switch
        {
            (true, _) or (_, "") => null,
            (_, null) => service.PrivateDns,
            _ => name == service.PrivateDns?.Name ? service.PrivateDns : EndpointServices.NewDns(call, name),
        };
    }
}
