using Orrery.Core;
using Orrery.Kernel.Calls;
using Orrery.Kernel.State;
using Orrery.Services.Ec2.Ids;
using Orrery.Services.Ec2.Records;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Rules.Endpoints;

/// <summary>
/// Which services a caller can make endpoints to: AWS's of the call's region, and those of customers that let the
/// caller in. A service of another region is one that names the call's region. Sources: EC2 API Reference,
/// DescribeVpcEndpointServices; AWS PrivateLink Guide, "Configure an endpoint service".
/// </summary>
internal static class EndpointOffers
{
    /// <summary>The offers of one region that the caller sees, ordered by key.</summary>
    public static IEnumerable<EndpointOffer> Visible(ReadCall call, string region) =>
        Custom(call, region)
            .Where(offer => ServicePrincipals.Lets(call, offer) && EndpointServices.Reaches(offer.Custom!, call.Region))
            .Concat(region == call.Region ? AwsEndpointServices.Of(region) : [])
            .OrderBy(offer => offer.Key, StringComparer.Ordinal);

    /// <summary>The service that an endpoint of a type is to lead to.</summary>
    /// <exception cref="ServiceException">InvalidServiceName, InvalidParameter, UnsupportedOperation.</exception>
    public static EndpointOffer Choose(ReadCall call, string name, VpcEndpointType type, string? serviceRegion)
    {
        var region = serviceRegion ?? call.Region;
        var custom = name.StartsWith($"com.amazonaws.vpce.{region}.", StringComparison.Ordinal);
        if (!custom && region != call.Region)
        {
            throw Errors.NotServed($"services of AWS in another region ('{name}' from {call.Region})");
        }

        var found = custom
            ? Custom(call, region).Where(offer => offer.ServiceName == name && ServicePrincipals.Lets(call, offer))
            : AwsEndpointServices.Of(region).Where(offer => offer.ServiceName == name);
        var offers = found.ToList();
        if (offers.Count == 0)
        {
            throw EndpointErrors.InvalidServiceName(name);
        }

        var chosen = offers.Find(offer => offer.Type == type) ?? throw EndpointErrors.InvalidParameter(
            $"Endpoint type ({type.ToWire()}) does not match available service types "
            + $"([{string.Join(", ", offers.Select(offer => offer.Type.ToWire()))}]).");

        // The code and the text are guessed.
        return chosen.Custom is null || EndpointServices.Reaches(chosen.Custom, call.Region)
            ? chosen
            : throw EndpointErrors.InvalidParameter(
                $"The VPC endpoint service {name} does not support access from the Region {call.Region}.");
    }

    /// <summary>The offer of a customer's service.</summary>
    public static EndpointOffer Of(Scope scope, VpcEndpointServiceRecord service) => new()
    {
        ServiceName = EndpointServices.NameOf(service),
        ServiceId = service.Id.Value,
        Type = VpcEndpointType.Interface,
        Region = service.Region,
        Owner = scope.Account,
        BaseDnsName = EndpointServices.BaseDnsName(service),
        PrivateDnsName = service.PrivateDns?.Name,
        PrivateDnsState = service.PrivateDns?.State,
        IpAddressTypes = service.IpAddressTypes,
        Custom = service,
        CustomScope = scope,
    };

    /// <summary>The customer's service of an id, wherever it is in a region; null where it is gone.</summary>
    public static EndpointOffer? Find(ReadCall call, Scope scope, VpcEndpointServiceId id) =>
        call.Read(EndpointTables.Services, scope).Find(id) is { } service ? Of(scope, service) : null;

    private static IEnumerable<EndpointOffer> Custom(ReadCall call, string region) =>
        call.Scopes.Where(scope => scope.Region == region).SelectMany(scope =>
            call.Read(EndpointTables.Services, scope).All()
                .Where(service => service.State == ServiceState.Available)
                .Select(service => Of(scope, service)));
}
