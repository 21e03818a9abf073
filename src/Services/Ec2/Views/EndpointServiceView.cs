using Orrery.Contracts.Regions;
using Orrery.Kernel.Calls;
using Orrery.Services.Ec2.Records;
using Orrery.Services.Ec2.Rules.Endpoints;
using Orrery.Services.Ec2.Tagging;
using Orrery.Wire.Generated.Ec2;

namespace Orrery.Services.Ec2.Views;

/// <summary>Endpoint services as the API writes them: to their owners, and to those who may use them.</summary>
internal static class EndpointServiceView
{
    private const string Available = "Available";

    /// <summary>To its owner.</summary>
    public static ServiceConfiguration Of(VpcEndpointServiceRecord service, ReadCall call)
    {
        var zones = ZonesOf(service.Region);
        IReadOnlyList<string> regions = service.SupportedRegions is { IsEmpty: false } named ? named : [service.Region];
        return new()
        {
            ServiceId = service.Id.Value,
            ServiceName = EndpointServices.NameOf(service),
            ServiceType = [new() { ServiceType = ServiceType.Interface }],
            ServiceState = service.State,
            AvailabilityZones = [.. zones.Select(zone => zone.Name)],
            AvailabilityZoneIds = [.. zones.Select(zone => zone.Id)],
            AcceptanceRequired = service.AcceptanceRequired,
            ManagesVpcEndpoints = false,
            NetworkLoadBalancerArns = service.NetworkLoadBalancerArns,
            SupportedIpAddressTypes = service.IpAddressTypes,
            BaseEndpointDnsNames = [EndpointServices.BaseDnsName(service)],
            PrivateDnsName = service.PrivateDns?.Name,
            PrivateDnsNameConfiguration = service.PrivateDns is not { } dns ? null : new()
            {
                State = dns.State, Type = "TXT", Value = dns.RecordValue, Name = dns.RecordName,
            },
            PayerResponsibility = service.Payer,
            SupportedRegions =
                [.. regions.Select(region => new SupportedRegionDetail { Region = region, ServiceState = Available })],
            RemoteAccessEnabled = regions.Any(region => region != service.Region),
            Tags = TagStore.View(call, service.Id.Value),
        };
    }

    /// <summary>To those who may make endpoints to it; the tags are the caller's own only.</summary>
    public static ServiceDetail Of(EndpointOffer offer, ReadCall call)
    {
        var zones = ZonesOf(offer.Region);
        return new()
        {
            ServiceName = offer.ServiceName,
            ServiceId = offer.ServiceId,
            ServiceType = [new() { ServiceType = TypeOf(offer) }],
            ServiceRegion = offer.Region,
            AvailabilityZones = [.. zones.Select(zone => zone.Name)],
            AvailabilityZoneIds = [.. zones.Select(zone => zone.Id)],
            Owner = offer.Owner,
            BaseEndpointDnsNames = [offer.BaseDnsName],
            PrivateDnsName = offer.PrivateDnsName,
            PrivateDnsNames = offer.PrivateDnsName is { } name ? [new() { PrivateDnsName = name }] : [],
            PrivateDnsNameVerificationState = offer.PrivateDnsState,
            VpcEndpointPolicySupported = offer.IsAws,
            AcceptanceRequired = offer.Custom?.AcceptanceRequired ?? false,
            ManagesVpcEndpoints = false,
            PayerResponsibility = offer.Custom?.Payer,
            SupportedIpAddressTypes = offer.IpAddressTypes,
            Tags = TagStore.View(call, offer.ServiceId),
        };
    }

    /// <summary>The type as services have it.</summary>
    public static ServiceType TypeOf(EndpointOffer offer) =>
        offer.Type == VpcEndpointType.Gateway ? ServiceType.Gateway : ServiceType.Interface;

    private static IReadOnlyList<Zone> ZonesOf(string region) => RegionCatalog.Find(region)?.Zones ?? [];
}
